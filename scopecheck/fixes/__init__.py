"""The fixes: for some rules, edits that may take a finding away.

A fixer only proposes. Whether an edit does what it should is for the caller to find out, by
analysing the edited program.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from scopecheck.fixes.program import Program
from scopecheck.fixes.proposal import Proposal
from scopecheck.rules.finding import Finding

__all__ = ["FIXERS", "Program", "Proposal", "proposals"]

FIXERS = {
    "SCO101": "share_at_second_call",
    "SCO103": "get_variable",
    "SCO107": "end_reuse",
    "SCO201": "variable_scope",
    "SCO202": "get_variable",
    "SCO204": "end_reuse",
    "SCO301": "list_by_scope",
    "SCO302": "list_by_scope",
    "SCO903": "drop_suppression",
}
"""The module that knows how to fix a rule's findings."""


def proposals(finding: Finding, program: Program) -> Iterator[Proposal]:
    """What could be done about a finding, the best idea first."""
    name = FIXERS.get(finding.code)
    if name is not None:
        yield from importlib.import_module(f"scopecheck.fixes.{name}").propose(finding, program)
