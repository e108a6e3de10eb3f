"""The findings of each file under its name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scopecheck.report.details import place
from scopecheck.report.formats.full import summary
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, Piece, line
from scopecheck.rules.finding import Finding


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """The findings and the notes by file, and a line that counts them."""
    shown = sorted((*result.findings, *result.notes), key=lambda finding: finding.site.file)
    for file, group in groupby(shown, key=lambda finding: finding.site.file):
        yield line(Piece(file, "strong"))
        yield from _rows(list(group))
        yield ()
    yield line(Piece(summary(result), "strong"))


def _rows(findings: list[Finding]) -> Iterator[Line]:
    places = [place(finding.site) for finding in findings]
    width = max(map(len, places))
    for where, finding in zip(places, findings, strict=True):
        severity = finding.severity.value
        yield line(
            f"  {where.ljust(width)}  ",
            Piece(severity.ljust(7), severity),
            "  ",
            Piece(finding.code, "strong"),
            f"  {finding.message}",
        )
