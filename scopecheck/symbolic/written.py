"""How the program writes what it does."""

from __future__ import annotations

import ast


def receiver_text(node: ast.AST) -> str:
    """The object that a method call or an assignment is about, as the program writes it."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return ast.unparse(node.value)
    return ast.unparse(node) if isinstance(node, ast.expr) else ""
