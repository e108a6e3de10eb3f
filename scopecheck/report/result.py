"""What a run found: everything that a report shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scopecheck.rules.finding import Finding, Severity
from scopecheck.trace import Site

Lines = Callable[[Site], Sequence[str]]
"""The source lines of the file, or of the notebook's cell, that a site lies in."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be checked: one line, and for a fault of ours the traceback."""

    file: str
    message: str
    traceback: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that the baseline lists; ``file`` is relative to the settings' root."""

    file: str
    code: str
    variable: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """findings: what is reported. notes: what the analysis could not decide, and shows.
    undecided: how often that was. files: how many were checked, names: which. failures: what
    could not be. known: how many findings the baseline took away; gone: what it lists in vain.
    fixed: how many findings were fixed.
    """

    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    undecided: int = 0
    files: int = 0
    failures: tuple[Failure, ...] = ()
    names: frozenset[str] = frozenset()
    known: int = 0
    gone: tuple[Known, ...] = ()
    fixed: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
