"""From the places that the probe saw to sites: spans of source, as the checker has them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scopecheck.source import PathProblem, SourceFile, read_file
from scopecheck.trace import Site

RawPlace = Sequence[str | int | None]
"""(file, line, column, end line, end column, function): columns from 0 in bytes, or None."""

_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
_CELL = re.compile(r"(.*\.ipynb)\[(\d+)\]")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of source: lines from 1, columns from 0 in bytes."""

    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, line: int) -> bool:
        """Whether a line lies in it."""
        return self.line <= line <= self.end_line


class Places:
    """Sites by what the probe saw; files are read once."""

    def __init__(self) -> None:
        self._files: dict[str, SourceFile | None] = {}
        self._units: dict[tuple[str, int | None], _Unit | None] = {}

    def site(self, place: RawPlace) -> Site:
        """The site of a place: its exact span if the probe knows it, else its statement's."""
        file, line, column, end_line, end_column, function = place
        name, cell = split(str(file))
        unit = self._unit(name, cell)
        at = int(line or 1)
        if column is not None and end_column is not None and end_line is not None:
            span = Span(at, int(column), int(end_line), int(end_column))
        else:
            span = (unit.statement(at) if unit else None) or Span(at, 0, at, 1)
        where = unit.function(at, str(function)) if unit is not None else str(function)
        start, end = span.column + 1, span.end_column + 1
        return Site(shown(name), span.line, start, span.end_line, end, where, cell)

    def loop(self, one: Site, other: Site) -> Site | None:
        """The innermost loop that two places of one function lie in."""
        if (one.file, one.cell) != (other.file, other.cell):
            return None
        unit = self._unit(one.file, one.cell)
        span = unit.loop(one.line, other.line) if unit else None
        return None if span is None else _at(one, span)

    def items(self, loop: Site) -> bool:
        """Whether a loop goes over a collection, so that its passes are few."""
        unit = self._unit(loop.file, loop.cell)
        return unit is not None and (loop.line, loop.column - 1) in unit.over_items

    def statement(self, site: Site) -> tuple[int, int]:
        """The first and last line of the statement that a site lies in."""
        unit = self._unit(site.file, site.cell)
        span = unit.statement(site.line) if unit else None
        return (span.line, span.end_line) if span else (site.line, site.end_line)

    def called(self, site: Site) -> str:
        """What is called at a site, as it is written; '' where that can't be told."""
        unit = self._unit(site.file, site.cell)
        return unit.called(site.line, site.column - 1) if unit else ""

    def receiver(self, site: Site) -> str:
        """The object whose method is called, or attribute set, at a site, as it is written."""
        unit = self._unit(site.file, site.cell)
        return unit.receiver(site.line, site.column - 1) if unit else ""

    def loops(self, site: Site) -> Iterator[Site]:
        """The loops around a site in its function, the outermost first."""
        unit = self._unit(site.file, site.cell)
        for span in unit.loops(site.line) if unit else ():
            yield _at(site, span)

    def lines(self, site: Site) -> Sequence[str]:
        """The source lines around a site."""
        source = self._source(site.file)
        return source.lines(site.cell) if source else ()

    def _source(self, name: str) -> SourceFile | None:
        if name not in self._files:
            try:
                self._files[name] = read_file(name)
            except PathProblem:
                self._files[name] = None
        return self._files[name]

    def _unit(self, name: str, cell: int | None) -> _Unit | None:
        key = (name, cell)
        if key not in self._units:
            source = self._source(name)
            trees = [unit.tree for unit in source.units if unit.cell == cell] if source else []
            self._units[key] = _Unit(trees[0]) if trees else None
        return self._units[key]


class _Unit:
    """One module's (or cell's) statements, functions and loops."""

    def __init__(self, tree: ast.Module) -> None:
        self._statements: list[Span] = []
        self._functions: list[tuple[Span, str]] = []
        self._loops: list[Span] = []
        self.over_items: set[tuple[int, int]] = set()
        self._calls: list[tuple[Span, str]] = []
        self._members: list[tuple[Span, str]] = []
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt):
                self._statements.append(_header(node))
            if isinstance(node, _LOOPS):
                self._loops.append(_span(node))
                if isinstance(node, ast.For) and not _counts(node.iter):
                    self.over_items.add((node.lineno, node.col_offset))
            elif isinstance(node, ast.Call):
                self._calls.append((_span(node), _dotted(node.func)))
            member = node.func if isinstance(node, ast.Call) else node
            if isinstance(member, ast.Attribute) and isinstance(node, (ast.Call, ast.Attribute)):
                if isinstance(node, ast.Call) or isinstance(node.ctx, ast.Store):
                    self._members.append((_span(node), ast.unparse(member.value)))
        self._name(tree, "")

    def _name(self, tree: ast.AST, around: str) -> None:
        """Note the qualified names of functions and classes."""
        for node in ast.iter_child_nodes(tree):
            name = around
            if isinstance(node, (*_FUNCTIONS, ast.Lambda)):
                own = "<lambda>" if isinstance(node, ast.Lambda) else node.name
                name = f"{around}.{own}".lstrip(".")
                self._functions.append((_span(node), name))
                self._name(node, name)
                continue
            # What parameters have by default belongs to what is around the function.
            outside = isinstance(node, ast.arguments)
            self._name(node, around.rpartition(".")[0] if outside else name)

    def statement(self, line: int) -> Span | None:
        """The smallest statement (of a compound one the head) that holds a line."""
        found = [span for span in self._statements if span.holds(line)]
        begun = [span for span in found if span.end_line == line and span.line < line]
        # Before Python 3.8 a call is at its last line, whatever else follows there.
        return min(begun or found, key=_size, default=None)

    def function(self, line: int, seen: str) -> str:
        """The qualified name of the innermost function on a line that is called so."""
        found = [(span, name) for span, name in self._functions if span.holds(line)]
        named = [one for one in found if one[1].rpartition(".")[2] == seen]
        plain = [one for one in found if not one[1].endswith("<lambda>")]
        if seen in _COMPREHENSIONS:
            seen = "<module>" if not plain else ""
        if seen == "<module>":
            return seen
        return min(
            named or plain, key=lambda one: _size(one[0]), default=(None, seen or "<module>")
        )[1]

    def loop(self, line: int, other: int) -> Span | None:
        """The innermost loop of one function that holds two lines."""
        both = [span for span in self.loops(line) if span.holds(other)]
        return min(both, key=_size, default=None)

    def loops(self, line: int) -> list[Span]:
        """The loops of one function that hold a line, the outermost first."""
        bodies = [span for span, _ in self._functions if span.holds(line)]
        around = min(bodies, key=_size, default=None)
        found = [span for span in self._loops if span.holds(line)]
        mine = [span for span in found if around is None or around.line <= span.line]
        return sorted(mine, key=_size, reverse=True)

    def called(self, line: int, column: int) -> str:
        """The outermost call that begins at a place, or else on its line."""
        return _outermost(self._calls, line, column)

    def receiver(self, line: int, column: int) -> str:
        """The object of the outermost method call, or assignment, that begins at a place."""
        return _outermost(self._members, line, column)


def split(file: str) -> tuple[str, int | None]:
    """A file's name, and the index of the cell if it is one of a notebook."""
    cell = _CELL.fullmatch(file)
    return (cell[1], int(cell[2])) if cell else (file, None)


def shown(name: str) -> str:
    """A file's name as it is shown: relative to the working directory, if it lies in it."""
    path, here = Path(name), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def _at(site: Site, span: Span) -> Site:
    """A site's file and function, at another place."""
    start, end = span.column + 1, span.end_column + 1
    return replace(site, line=span.line, column=start, end_line=span.end_line, end_column=end)


def _span(node: ast.stmt | ast.expr) -> Span:
    end_line = node.end_lineno or node.lineno
    return Span(node.lineno, node.col_offset, end_line, node.end_col_offset or 0)


def _header(node: ast.stmt) -> Span:
    """The span of a statement without the statements inside it."""
    span = _span(node)
    ends = [
        (child.end_lineno or 0, child.end_col_offset or 0)
        for child in _own_expressions(node)
        if child.end_lineno is not None
    ]
    if isinstance(getattr(node, "body", None), list):
        end = max(ends, default=(node.lineno, node.col_offset + 1))
        return Span(span.line, span.column, *end)
    return span


def _own_expressions(node: ast.stmt) -> Iterator[ast.expr]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield child.context_expr
            if child.optional_vars is not None:
                yield child.optional_vars


def _counts(node: ast.expr) -> bool:
    """Whether a loop over this counts, or is handed what somebody makes."""
    return isinstance(node, ast.Call) and _dotted(node.func).rpartition(".")[2] not in (
        "enumerate",
        "zip",
        "items",
        "keys",
        "values",
        "sorted",
        "reversed",
        "list",
    )


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "…"


def _outermost(found: Sequence[tuple[Span, str]], line: int, column: int) -> str:
    exact = [one for one in found if (one[0].line, one[0].column) == (line, column)]
    near = exact or [one for one in found if one[0].line == line]
    return max(near, key=lambda one: _size(one[0]), default=(None, ""))[1]


def _size(span: Span) -> tuple[int, int]:
    return (span.end_line - span.line, span.end_column - span.column)
