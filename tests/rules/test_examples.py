"""Each rule's own examples, through the whole analysis."""

from __future__ import annotations

import json

import pytest

from scopecheck.config import Config
from scopecheck.engine import check_source
from scopecheck.rules import Entry, Rule, all_rules

RULES = list(all_rules().values())


def codes(rule: Rule, program: str) -> list[str]:
    name = "example.py"
    if rule.notebook:
        name, program = "example.ipynb", notebook(program)
    result = check_source(program, name, Config(verbose=True)).result
    assert result.failures == ()
    return [finding.code for finding in (*result.findings, *result.notes)]


def notebook(program: str) -> str:
    """A notebook from a text whose cells begin with ``# %%``."""
    cells = [
        {"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": 1}
        for text in program.split("# %%\n")[1:]
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.rule.code)
def test_wrong(entry: Entry) -> None:
    assert set(codes(entry.rule, entry.rule.wrong)) == {entry.rule.code}


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.rule.code)
def test_right(entry: Entry) -> None:
    assert codes(entry.rule, entry.rule.right) == []
