"""Lowered code: closures over the machine, made once for each module."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from scopecheck.trace import Site

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.state import Flow, State

Expression: TypeAlias = "Callable[[Machine], Any]"
Statement: TypeAlias = "Callable[[Machine, State], list[Flow]]"


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a function, in order; ``required`` have no default."""

    positional: tuple[str, ...] = ()
    vararg: str | None = None
    keyword_only: tuple[str, ...] = ()
    kwarg: str | None = None
    unpacked: tuple[tuple[str, Any], ...] = ()


@dataclass(eq=False, slots=True)
class Code:
    """A function, class body or module, lowered.

    captures: whether inner functions may keep its frame alive. loaded: the names in its text,
    binds: those that a module's text binds, each once asked for. source: file and cell it came
    from. lost: a cell between the one before and it couldn't be read. shipped: of a library's
    stand-in, which no finding points into.
    """

    name: str
    qualname: str
    file: str
    cell: int | None
    node: ast.AST
    parameters: Parameters = Parameters()
    body: tuple[Statement, ...] = ()
    local_names: frozenset[str] = frozenset()
    generator: bool = False
    endless: bool = False
    captures: bool = False
    python2: bool = False
    true_division: bool = True
    sites: dict[int, Site] = field(default_factory=dict)
    loaded: frozenset[str] | None = None
    binds: frozenset[str] | None = None
    lost: bool = False
    shipped: bool = False

    def site(self, node: ast.AST) -> Site:
        """The span of a node of this code."""
        known = self.sites.get(id(node))
        if known is None:
            line = getattr(node, "lineno", 1)
            column = getattr(node, "col_offset", 0)
            known = Site(
                self.file,
                line,
                column + 1,
                getattr(node, "end_lineno", None) or line,
                (getattr(node, "end_col_offset", None) or column) + 1,
                self.qualname,
                self.cell,
            )
            self.sites[id(node)] = known
        return known
