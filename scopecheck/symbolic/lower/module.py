"""Modules, and notebooks cell by cell."""

from __future__ import annotations

import ast

from scopecheck.source import SourceFile
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.lower.function import Lowering
from scopecheck.symbolic.lower.statements import lower_body


def lower_module(
    source: SourceFile, old: bool, python2_division: bool | None, shipped: bool = False
) -> tuple[Code, ...]:
    """One code for a file, one for each cell of a notebook.

    old: whether Python 2 runs it. Division is Python 2's only there, without ``from __future__
    import division``, or where the configuration says so. shipped: see Code.
    """
    codes = []
    unread = {problem.cell for problem in source.problems if problem.cell is not None}
    for unit in source.units:
        lost = {cell for cell in unread if unit.cell is not None and cell < unit.cell}
        unread -= lost
        divides_so = old if python2_division is None else python2_division
        true_division = not divides_so or _imports_division(unit.tree)
        code = Code(
            name="<module>",
            qualname="<module>",
            file=source.path,
            cell=unit.cell,
            node=unit.tree,
            captures=True,
            python2=old,
            true_division=true_division,
            lost=bool(lost),
            shipped=shipped,
        )
        code.body = lower_body(Lowering(code, "module", frozenset(), None), unit.tree.body)
        codes.append(code)
    return tuple(codes)


def _imports_division(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and any(alias.name == "division" for alias in node.names)
        for node in tree.body
    )
