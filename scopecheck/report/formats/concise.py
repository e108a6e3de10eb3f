"""One line for each finding: ``file:line:column: CODE message``."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, Piece, line


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """The findings, then the notes."""
    for finding in (*result.findings, *result.notes):
        yield line(
            Piece(finding.site.where(), "strong"),
            ": ",
            Piece(finding.code, finding.severity.value),
            f" {finding.message}",
        )
