"""What the README says about the rules is what the rules say about themselves."""

from __future__ import annotations

import re
from pathlib import Path

from scopecheck.rules import all_rules

README = Path(__file__).parents[1] / "README.md"


def test_every_rule_is_listed() -> None:
    listed = re.findall(r"^\| SCO.*\|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    rules = [entry.rule for entry in all_rules().values()]
    assert listed == [f"| {rule.code} | {rule.name} | {rule.summary} |" for rule in rules]
