"""GitLab's Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scopecheck.report.details import paragraph
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules.finding import Finding, Severity

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """One JSON list."""
    yield line(json.dumps([_issue(finding) for finding in result.findings], indent=2))


def _issue(finding: Finding) -> dict[str, Any]:
    site = finding.site
    cell = "" if site.cell is None else f"cell {site.cell + 1}, line {site.line}: "
    first, last = (1, 1) if site.cell is not None else (site.line, site.end_line)
    return {
        "description": f"{finding.code}: {cell}{paragraph(finding)}",
        "check_name": finding.name,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": site.file, "lines": {"begin": first, "end": last}},
    }
