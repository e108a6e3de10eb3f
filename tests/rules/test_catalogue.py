"""The rules say what the user needs to know, and the set of rules is complete."""

from __future__ import annotations

import re

import pytest

from scopecheck.rules import Entry, all_rules

RULES = list(all_rules().values())


def test_the_rules_are_these() -> None:
    assert list(all_rules()) == [
        *(f"SCO10{number}" for number in range(1, 9)),
        "SCO201",
        "SCO202",
        "SCO203",
        "SCO204",
        "SCO205",
        "SCO301",
        "SCO302",
        "SCO303",
        "SCO304",
        "SCO401",
        "SCO501",
        "SCO502",
        "SCO901",
        "SCO902",
        "SCO903",
    ]


def test_names_are_unique() -> None:
    assert len({entry.rule.name for entry in RULES}) == len(RULES)


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.rule.code)
def test_documentation(entry: Entry) -> None:
    rule = entry.rule
    assert re.fullmatch(r"SCO\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    for sentence in (rule.summary, rule.why, rule.cannot_see):
        assert sentence.endswith(".")
        assert "  " not in sentence
    assert rule.wrong != rule.right
    assert rule.wrong.endswith("\n")
    assert rule.right.endswith("\n")
