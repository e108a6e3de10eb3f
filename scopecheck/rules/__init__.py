"""The rules: each one reads a trace and yields findings."""

from __future__ import annotations

from scopecheck.rules.catalogue import Entry, all_rules, known_codes
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.gather import check_trace, merge
from scopecheck.rules.rule import Rule

__all__ = [
    "Entry",
    "Finding",
    "Label",
    "Rule",
    "Severity",
    "all_rules",
    "check_trace",
    "known_codes",
    "merge",
]
