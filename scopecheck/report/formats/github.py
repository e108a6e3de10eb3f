"""Annotations for GitHub Actions, as workflow commands on standard output.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.report.details import paragraph
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules.finding import Finding
from scopecheck.trace import Site


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """One command for each finding."""
    for finding in result.findings:
        properties = {"title": f"scopecheck {finding.code}", **_place(finding.site)}
        words = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        yield line(f"::{finding.severity.value} {words}::{_data(_text(finding))}")


def _place(site: Site) -> dict[str, str]:
    """Columns are for spans on one line; a notebook's cells are unknown to GitHub."""
    if site.cell is not None:
        return {"file": site.file}
    place = {"file": site.file, "line": str(site.line), "endLine": str(site.end_line)}
    if site.line == site.end_line:
        place |= {"col": str(site.column), "endColumn": str(site.end_column)}
    return place


def _text(finding: Finding) -> str:
    """The finding in full; the place is named because the log hides the properties."""
    return f"{finding.site.where()}: {finding.code} {paragraph(finding)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
