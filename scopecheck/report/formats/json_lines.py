"""One JSON object for each finding, on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scopecheck.report.data import finding_data
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line


def render(result: Result, lines: Lines) -> Iterator[Line]:
    """The findings, as ``json`` prints them."""
    for finding in result.findings:
        yield line(json.dumps(finding_data(finding)))
