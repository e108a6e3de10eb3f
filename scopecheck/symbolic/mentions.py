"""What the files of a project say of each other's names: who is called, and who is only used."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from scopecheck.symbolic.code import Code
from scopecheck.symbolic.links import ANYWHERE
from scopecheck.symbolic.lower.names import walk


@dataclass(frozen=True, slots=True)
class Mentions:
    """Names that files use as values, names that they call, and modules that they import.

    words: all names that stand in an import or in a dotted string.
    """

    values: frozenset[str]
    calls: frozenset[str]
    modules: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def names_in(node: ast.AST) -> frozenset[str]:
    """The names and attributes that a piece of code speaks of."""
    found = set()
    for one in walk(node):
        if isinstance(one, ast.Name):
            found.add(one.id)
        elif isinstance(one, ast.Attribute):
            found.add(one.attr)
    return frozenset(found)


def _is_search_path(node: ast.Attribute) -> bool:
    return node.attr == "path" and isinstance(node.value, ast.Name) and node.value.id == "sys"


def mentions_in(codes: tuple[Code, ...]) -> Mentions:
    """Names a file uses other than to call them, or spells in a dotted string; names it calls."""
    found: set[str] = set()
    calls: set[str] = set()
    modules: set[str] = set()
    words: set[str] = set()
    for code in codes:
        called: set[int] = set()
        for node in walk(code.node):
            kind = type(node)
            if kind is ast.Call:
                called.add(id(node.func))
                if isinstance(node.func, (ast.Name, ast.Attribute)):
                    calls.add(node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
            elif kind is ast.ClassDef:
                called.update(id(base) for base in node.bases)
            elif kind is ast.Name or kind is ast.Attribute:
                # What holds a node comes before it, so that all calls of it are known here.
                if kind is ast.Attribute and _is_search_path(node):
                    words.add(ANYWHERE)
                if id(node) not in called and type(node.ctx) is ast.Load:
                    found.add(node.id if kind is ast.Name else node.attr)
            elif kind is ast.Constant and isinstance(node.value, str):
                parts = node.value.split(".")
                if len(parts) > 1 and all(part.isidentifier() for part in parts):
                    found.add(parts[-1])
                    modules.add(parts[-2])
                    words.update(parts)
            elif kind is ast.Import or kind is ast.ImportFrom:
                names = [alias.name for alias in node.names]
                names.append((node.module or "") if kind is ast.ImportFrom else "")
                modules.update(name.rsplit(".", 1)[-1] for name in names)
                words.update(word for name in names for word in name.split("."))
    return Mentions(frozenset(found), frozenset(calls), frozenset(modules), frozenset(words))
