"""The format for programs: a contract, whose changes need a new version."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scopecheck.report.data import finding_data
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line
from scopecheck.rules.finding import Severity

VERSION = 1


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """One JSON object."""
    data = {
        "version": VERSION,
        "findings": [finding_data(finding) for finding in result.findings],
        "summary": {
            "files": result.files,
            "findings": len(result.findings),
            "errors": result.count(Severity.ERROR),
            "warnings": result.count(Severity.WARNING),
            "undecided": result.undecided,
        },
    }
    yield line(json.dumps(data, indent=2))
