"""Places in the checked program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A span of source: lines and columns count from 1, ``end_column`` is exclusive.

    ``cell`` is the 0-based index into a notebook's cells; lines then count within the cell.
    ``function`` is the function the span lies in, ``<module>`` at the top level.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    function: str = "<module>"
    cell: int | None = None

    def where(self) -> str:
        """``gan.py:12:9``, or ``nb.ipynb:cell 3:7`` with the cell counted from 1."""
        if self.cell is not None:
            return f"{self.file}:cell {self.cell + 1}:{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


CallPath = tuple[Site, ...]
"""The way to an event, outermost call first; the last site is the event's own."""
