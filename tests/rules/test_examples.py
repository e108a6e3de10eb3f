"""Each rule's own examples, through the whole analysis."""

from __future__ import annotations

import pytest
from examples import program

from scopecheck.config import Config
from scopecheck.engine import check_source
from scopecheck.rules import Entry, Rule, all_rules

RULES = list(all_rules().values())


def codes(rule: Rule, text: str) -> list[str]:
    name, source = program(rule, text)
    result = check_source(source, name, Config(verbose=True)).result
    assert result.failures == ()
    return [finding.code for finding in (*result.findings, *result.notes)]


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.rule.code)
def test_wrong(entry: Entry) -> None:
    assert set(codes(entry.rule, entry.rule.wrong)) == {entry.rule.code}


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.rule.code)
def test_right(entry: Entry) -> None:
    assert codes(entry.rule, entry.rule.right) == []
