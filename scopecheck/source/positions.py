"""The way back from a rewritten text to the original one.

The rewritten text is a row of pieces: tokens of the original, some changed, and tokens that
were added. Each piece knows the span that it stands for, so the position of every node can be
corrected exactly, however many lines and columns the rewriting has moved.
"""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

Position = tuple[int, int]  # line from 1, column from 0 in UTF-8 bytes


@dataclass(frozen=True, slots=True)
class Span:
    """From a position to the one after the last character."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Piece:
    """One token: where it stands now, and the span of the original it stands for."""

    now: Span
    origin: Span


class PositionMap:
    """Original positions by rewritten ones; the pieces are in the order of the text."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._starts = [piece.now.start for piece in pieces]

    def start(self, position: Position) -> Position:
        """The original of a position at which something begins."""
        return self._original(bisect_right(self._starts, position) - 1, position)

    def end(self, position: Position) -> Position:
        """The original of a position at which something ends."""
        return self._original(bisect_left(self._starts, position) - 1, position)

    def _original(self, index: int, position: Position) -> Position:
        if not self._pieces:
            return (1, 0)
        piece = self._pieces[max(index, 0)]
        if position >= piece.now.end:
            return piece.origin.end
        line = position[0] - piece.now.start[0]
        column = position[1] if line else position[1] - piece.now.start[1]
        start = piece.origin.start
        found = (start[0] + line, column if line else start[1] + column)
        return min(max(found, start), piece.origin.end)

    def correct(self, tree: ast.Module) -> None:
        """Give every node of a tree of the rewritten text its original position."""
        for node in ast.walk(tree):
            if "lineno" not in node._attributes:
                continue
            self._correct(node)

    def _correct(self, node: ast.AST) -> None:
        begins = self.start((node.lineno, node.col_offset))  # type: ignore[attr-defined]
        ends = self.end((node.end_lineno, node.end_col_offset))  # type: ignore[attr-defined]
        ends = max(begins, ends)
        node.lineno, node.col_offset = begins  # type: ignore[attr-defined]
        node.end_lineno, node.end_col_offset = ends  # type: ignore[attr-defined]
