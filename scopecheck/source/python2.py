"""Read Python 2: parse with fissix, rewrite what Python 3 doesn't have, keep the positions.

fissix is imported only here, and only when a file needs it.
"""

from __future__ import annotations

import ast
import functools
import importlib
import logging
import os
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from scopecheck.source.model import split_lines, unix_lines
from scopecheck.source.positions import Piece, Position, PositionMap, Span
from scopecheck.source.python2_edits import Edits, is_leaf, preorder
from scopecheck.source.python3 import TOO_DEEP, Failure, parse_python3

MAX_CHARACTERS = 512 * 1024  # which takes fissix some seconds
TOO_LARGE = "larger than 512 KB, which is too large to be read as Python 2"

_FUTURE = re.compile(r"^from\s+__future__\s+import\s+(.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A tree with original positions.

    `python2` is false where only a name stood in the way that has become a keyword (`async`).
    """

    tree: ast.Module
    python2: bool


def parse_python2(text: str) -> Conversion | Failure:
    """The tree of a text that Python 3 refuses, or where Python 2 refuses it too."""
    if len(text) > MAX_CHARACTERS:
        return Failure(TOO_LARGE, 1, 1)
    text = unix_lines(text)
    try:
        root = _concrete_tree(text)
        if isinstance(root, Failure):
            return root
        return _convert(root, text)
    except RecursionError:
        return Failure(TOO_DEEP, 1, 1)


def convert_python2(text: str) -> str | None:
    """The text as Python 3 reads it, each token on its own line; None where it is no Python 2.

    Only what stands in the way of reading is rewritten, not what a program means.
    """
    if len(text) > MAX_CHARACTERS:
        return None
    text = unix_lines(text)
    try:
        root = _concrete_tree(text)
        return None if isinstance(root, Failure) else _rewritten(root, text)[1][0]
    except RecursionError:
        return None


def _convert(root: Any, text: str) -> Conversion | Failure:
    lines = split_lines(text)
    edits, (converted, positions) = _rewritten(root, text)
    tree = parse_python3(converted)
    if isinstance(tree, Failure):
        return _original_failure(tree, converted, positions, lines)
    positions.correct(tree)
    # Nothing rewritten means that indentation was: tabs and spaces mixed as in Python 2.
    return Conversion(tree, edits.python2 or not edits.renamed)


def _rewritten(root: Any, text: str) -> tuple[Edits, tuple[str, PositionMap]]:
    lines = split_lines(text)
    columns = _Columns(lines)
    for node in preorder(root):
        if is_leaf(node):
            node.origin = _origin(node, columns)
    make_leaf = importlib.import_module("fissix.pytree").Leaf
    edits = Edits(_grammar().number2symbol, make_leaf, "unicode_literals" in _futures(text))
    edits.apply(root)
    return edits, _render(root)


# Parsing


@functools.cache
def _grammar() -> Any:
    """fissix's grammar with print and exec statements; never written to its folder."""
    package = importlib.import_module("fissix")
    driver = importlib.import_module("fissix.pgen2.driver")
    path = os.path.join(os.path.dirname(str(package.__file__)), "Grammar.txt")
    return driver.load_grammar(path, save=False, force=True, logger=logging.getLogger(__name__))


def _grammars(text: str) -> list[Any]:
    """The grammars to try, the likeliest first."""
    without_print = _grammar().copy()
    del without_print.keywords["print"]
    without_both = without_print.copy()
    del without_both.keywords["exec"]
    found = [_grammar(), without_print, without_both]
    if "print_function" in _futures(text):
        found = found[1:]
    return [*found, *map(_without_nonlocal, found)] if "nonlocal" in text else found


def _without_nonlocal(grammar: Any) -> Any:
    """The grammar where `nonlocal` is a name, as in Python 2."""
    changed = grammar.copy()
    del changed.keywords["nonlocal"]
    return changed


def _futures(text: str) -> str:
    return " ".join(_FUTURE.findall(text))


def _concrete_tree(text: str) -> Any:
    """fissix's tree, or the failure of the grammar that came furthest."""
    furthest: Failure | None = None
    for grammar in _grammars(text):
        tree = _parse(grammar, text)
        if not isinstance(tree, Failure):
            return tree
        if furthest is None or (tree.line, tree.column) > (furthest.line, furthest.column):
            furthest = tree
    return furthest


def _parse(grammar: Any, text: str) -> Any:
    driver = importlib.import_module("fissix.pgen2.driver")
    pytree = importlib.import_module("fissix.pytree")
    parser = driver.Driver(grammar, convert=pytree.convert, logger=logging.getLogger(__name__))
    try:
        return parser.parse_string(text + "\n")
    except driver.parse.ParseError as error:
        line, column = error.context[1]
        near = (error.value or "").strip()
        message = f"invalid Python 2 syntax near {near!r}" if near else "invalid Python 2 syntax"
        return Failure(message, line, column + 1)
    except driver.tokenize.TokenError as error:
        message, (line, column) = error.args
        return Failure(f"invalid Python 2 syntax: {message}", line, column + 1)
    except IndentationError as error:
        message = f"invalid Python 2 syntax: {error.msg}"
        return Failure(message, error.lineno or 1, (error.offset or 0) + 1)
    except (AssertionError, LookupError, TypeError, ValueError) as error:
        # The parser takes for granted what a hostile text can break.
        return Failure(f"invalid Python 2 syntax: {type(error).__name__}", 1, 1)


# Rendering


def _origin(leaf: Any, columns: _Columns) -> Span:
    start_line = leaf.lineno
    start = (start_line, columns.utf8(start_line, leaf.column))
    *before, last = leaf.value.split("\n")
    size = _utf8_size(last)
    return Span(start, (start_line + len(before), size if before else start[1] + size))


class _Columns:
    """Columns in UTF-8 bytes by columns in characters."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._measured = 0  # the line that `_columns` is about
        self._columns: list[int] = []

    def utf8(self, line: int, column: int) -> int:
        """The same column in bytes; cheap for columns of one line in a row."""
        if line > len(self._lines) or self._lines[line - 1].isascii():
            return column
        if line != self._measured:
            sizes = map(_utf8_size, self._lines[line - 1])
            self._measured, self._columns = line, [0, *accumulate(sizes)]
        return self._columns[min(column, len(self._columns) - 1)]


def _utf8_size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


class _Writer:
    """Text written so far, and where in it the next character will stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.position: Position = (1, 0)
        self._margin = ""  # white space that begins a line, held back
        self._in_margin = True

    def write(self, text: str) -> None:
        """Add what stands between tokens, or a token that has begun."""
        head, newline, tail = text.rpartition("\n")
        line, column = self.position
        if newline:
            self.parts += (self._margin, head, newline)
            self._margin, self._in_margin = "", True
            line, column = line + head.count("\n") + 1, 0
        if self._in_margin and not tail.strip():
            self._margin += tail
        else:
            self.parts += (self._margin, tail)
            self._margin, self._in_margin = "", False
        self.position = (line, column + _utf8_size(tail))

    def begin_token(self) -> Position:
        """End the margin; tabs in it become what Python 2 counts them as: up to 8 columns."""
        if self._in_margin:
            if "\t" in self._margin:
                self._margin = self._margin.rpartition("\f")[2].expandtabs(8)
                self.position = (self.position[0], len(self._margin))
            self.parts.append(self._margin)
            self._margin, self._in_margin = "", False
        return self.position


def _render(root: Any) -> tuple[str, PositionMap]:
    """The text of a concrete tree, and the way back from it."""
    writer = _Writer()
    pieces: list[Piece] = []
    for leaf in preorder(root):
        if not is_leaf(leaf):
            continue
        writer.write(leaf.prefix)
        if leaf.value and not leaf.value.isspace():
            start = writer.begin_token()
            writer.write(leaf.value)
            pieces.append(Piece(Span(start, writer.position), leaf.origin))
        else:
            writer.write(leaf.value)
    return "".join(writer.parts), PositionMap(pieces)


def _original_failure(
    failure: Failure, converted: str, positions: PositionMap, lines: list[str]
) -> Failure:
    """A failure in the rewritten text, told at the original position."""
    if failure.too_deep:
        return failure
    column = _Columns(split_lines(converted)).utf8(failure.line, failure.column - 1)
    line, offset = positions.start((failure.line, column))
    text = lines[line - 1] if line <= len(lines) else ""
    characters = len(text.encode("utf-8", "replace")[:offset].decode("utf-8", "ignore"))
    return Failure(failure.message, line, characters + 1)
