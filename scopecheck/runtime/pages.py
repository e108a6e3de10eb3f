"""verify's report as one page of HTML that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from scopecheck.report.result import Lines, Result
from scopecheck.runtime.verify import Verified


def write_page(file: Path, verified: Verified, result: Result, lines: Lines) -> None:
    """Write the page."""
    raise NotImplementedError
