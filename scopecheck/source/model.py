"""What reading a file gives: units to analyse, and problems to report."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing parsed: a file, or one code cell of a notebook.

    The nodes carry the positions of the original text, also where Python 2 was rewritten:
    lines from 1, columns from 0 in UTF-8 bytes, as `ast` has them.
    """

    tree: ast.Module
    cell: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be read; line and column (in characters) count from 1."""

    message: str
    line: int
    column: int
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read, as far as it could be.

    `text` is the decoded file, without a byte order mark; of a notebook it is empty, and
    `cells` holds the source of each code cell by its index. `python2` is true where the
    source is not Python 3, or where a notebook says that its kernel is Python 2.
    """

    path: str
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]
    python2: bool
    text: str
    cells: Mapping[int, str] = field(default_factory=dict, hash=False)

    def source(self, cell: int | None) -> str:
        """The original text of the file, or of one code cell ("" where there is none)."""
        return self.text if cell is None else self.cells.get(cell, "")

    def lines(self, cell: int | None) -> Sequence[str]:
        """The original lines, without their ends: line N of a position is `lines[N - 1]`."""
        return split_lines(self.source(cell))


def split_lines(text: str) -> list[str]:
    r"""Split where Python's own tokenizer does: at \r\n, \r and \n, never at a form feed."""
    lines = LINE_END.split(text)
    if not lines[-1]:
        lines.pop()
    return lines


def unix_lines(text: str) -> str:
    r"""The text with \n as its only line end; line numbers and columns stay as they are."""
    return LINE_END.sub("\n", text) if "\r" in text else text
