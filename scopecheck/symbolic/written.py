"""How the program writes what it does."""

from __future__ import annotations

import ast
from functools import lru_cache


def receiver_text(node: ast.AST) -> str:
    """The object that a method call or an assignment is about, as the program writes it."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return ast.unparse(node.value)
    return ast.unparse(node) if isinstance(node, ast.expr) else ""


@lru_cache(maxsize=64)
def gone_over(code: ast.AST, node: ast.AST, name: str) -> str | None:
    """What the loop around a node goes over, where a name is the variable of that loop."""
    for loop in ast.walk(code):
        if isinstance(loop, ast.For) and _is_variable(loop.target, name):
            if any(one is node for one in ast.walk(loop)):
                return ast.unparse(loop.iter)
    return None


def _is_variable(target: ast.AST, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def owners_text(node: ast.AST, name: str) -> set[str]:
    """The objects of which an attribute of this name is read inside a node."""
    return {
        ast.unparse(one.value)
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute) and one.attr == name
    }


@lru_cache(maxsize=64)
def in_branch(code: ast.AST, node: ast.AST) -> bool:
    """Whether a node lies in a branch of its code."""
    return any(
        any(one is node for one in ast.walk(branch))
        for branch in ast.walk(code)
        if isinstance(branch, ast.If)
    )
