"""Names that no text binds: reading one is an error of Python's own.

A name that the text of its module binds somewhere may be missing on a path for want of knowledge;
one that no text binds is missing on all of them.
"""

from __future__ import annotations

import ast
import builtins as python
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scopecheck.symbolic.builtins import NOTEBOOK, STARRED
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.lower.names import NAMING, walk

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.values import ModuleRef

PYTHON_2 = frozenset(
    "apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr "
    "unicode xrange StandardError WindowsError".split()
)
"""The builtins of Python 2 that Python 3 lacks."""
TOOLS = frozenset(("_", "profile", "reveal_type"))
"""Names that gettext, profilers and type checkers put among the builtins."""
OPEN = frozenset("exec execfile eval globals locals vars modules __dict__ builtins".split())
"""What can bind names that no text shows; ``modules`` and ``__dict__`` as attributes."""


def is_undefined(m: Machine, module: ModuleRef, name: str, codes: tuple[Code, ...]) -> bool:
    """Whether a module, of which no name is known to be bound so far, can never have this one."""
    if name.startswith("__") or STARRED in m.heap[module.id]:
        return False
    if not codes or any(code.cell is not None or code.lost for code in codes):
        return False
    if any(name in binds(code) or OPEN & binds(code) for code in codes):
        return False
    every = (code for others in m.importer.codes.values() for code in others or ())
    return not any(f".{name}" in binds(code) or "builtins" in binds(code) for code in every)


def is_brought(name: str) -> bool:
    """Whether some Python, notebook or tool binds a name before the program starts."""
    return hasattr(python, name) or name in PYTHON_2 | TOOLS | NOTEBOOK


def is_nowhere(m: Machine, name: str) -> bool:
    """Whether reading a name in the running code, which is not brought, is a NameError."""
    codes = m.importer.codes_of(m.frame.code.file)
    return is_undefined(m, m.frame.module, name, codes)


def binds(code: Code) -> frozenset[str]:
    """The names that a module's text binds at any depth, attributes with a dot before them.

    Those of ``OPEN`` that it mentions are among them.
    """
    if code.binds is None:
        code.binds = frozenset(_bound(code.node))
    return code.binds


def _bound(tree: ast.AST) -> Iterator[str]:
    for node in walk(tree):
        if isinstance(node, ast.Name):
            if node.id in OPEN or not isinstance(node.ctx, ast.Load):
                yield node.id
        elif isinstance(node, ast.Attribute):
            if node.attr in ("modules", "__dict__"):
                yield node.attr
            elif not isinstance(node.ctx, ast.Load):
                yield f".{node.attr}"
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for one in node.names:
                yield (one.asname or one.name).split(".")[0]
                yield one.name.replace("__builtin__", "builtins")
        elif type(node) in NAMING:
            yield str(node.rest if isinstance(node, ast.MatchMapping) else node.name)
