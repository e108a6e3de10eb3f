"""A program's text, and edits of it that leave every line where it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Edit = tuple[int, int, str]
"""From where to where in the bytes of a text, and what stands there instead."""


@dataclass(frozen=True)
class Source:
    """A file, its tree, and what the whole program defines: the parameters by function."""

    file: str
    text: str
    parameters: dict[str, list[str]] = field(default_factory=dict)

    @property
    def tree(self) -> ast.Module:
        """The text's tree."""
        return ast.parse(self.text)

    def edits(self) -> Editing:
        """The text ready for edits."""
        return Editing(self.text)


class Editing:
    """Makes edits of one text from the nodes of its tree."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.expr | ast.stmt | ast.keyword | ast.arg) -> tuple[int, int]:
        """Where a node begins and ends."""
        end_line, end = node.end_lineno, node.end_col_offset
        assert end_line is not None
        assert end is not None
        first = self._starts[node.lineno - 1] + node.col_offset
        return first, self._starts[end_line - 1] + end

    def of(self, node: ast.expr | ast.stmt) -> str:
        """How a node is written."""
        first, last = self.span(node)
        return self._bytes[first:last].decode()

    def replaced(self, node: ast.expr | ast.stmt, text: str) -> Edit:
        """Something else in the place of a node."""
        return (*self.span(node), text)

    def before(self, node: ast.expr | ast.stmt, text: str) -> Edit:
        """Something put in front of a node."""
        first = self.span(node)[0]
        return first, first, text

    def without(self, node: ast.keyword | ast.expr) -> Edit:
        """An argument taken out, with the comma before it or else the one after it."""
        first, last = self.span(node)
        head = self._bytes[:first].rstrip()
        if head.endswith(b","):
            return len(head) - 1, last, ""
        rest = self._bytes[last:]
        gap = len(rest) - len(rest.lstrip())
        return (first, last + gap + 1, "") if rest[gap : gap + 1] == b"," else (first, last, "")

    def applied(self, edits: Sequence[Edit]) -> str:
        """The text with some edits, each line where it was."""
        changed = self._bytes
        for first, last, text in sorted(edits, reverse=True):
            lost = changed[first:last].count(b"\n") - text.count("\n")
            changed = changed[:first] + text.encode() + b"\n" * lost + changed[last:]
        return changed.decode()


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """All calls."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last part of what is called: ``minimize``, ``variable_scope``."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def keyword(call: ast.Call, *names: str) -> ast.keyword | None:
    """The keyword argument with one of some names."""
    return next((one for one in call.keywords if one.arg in names), None)


def is_text(node: ast.AST | None) -> bool:
    """Whether it is a string that is written out."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def parameters(texts: Sequence[str]) -> dict[str, list[str]]:
    """The parameters of all functions that some texts define; of a class its constructor's."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, _names(node))
            elif isinstance(node, ast.ClassDef):
                for one in node.body:
                    if isinstance(one, ast.FunctionDef) and one.name == "__init__":
                        found[node.name] = _names(one)
    return found


def _names(function: ast.FunctionDef) -> list[str]:
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] == ["self"] else names
