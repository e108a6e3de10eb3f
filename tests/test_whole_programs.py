"""On whole programs `scopecheck variables` lists what TensorFlow makes, and nothing is found."""

from __future__ import annotations

import json
from typing import Any

import pytest
from whole_programs import (
    PROGRAMS,
    comments,
    main_file,
    names,
    recorded,
    rows,
    runs_in_tensorflow_2,
)

from scopecheck.config import Config
from scopecheck.engine import check_paths, predict
from scopecheck.report.inventory import as_json

LEAST = 30


def inventories(name: str, version: str) -> list[dict[str, Any]]:
    """The ways in which the program can end, as `scopecheck variables` prints them."""
    predicted = predict([main_file(name)], Config(root=PROGRAMS, tensorflow=version))
    assert not predicted.failures
    script = predicted.traces[0]
    assert all(ending.complete for ending in script.endings), f"{name} is not decided"
    entries: list[dict[str, Any]] = json.loads(as_json([script]))["entries"]
    return entries


def assert_told(name: str, version: str, real: dict[str, Any]) -> None:
    """One way to end, without an error, has exactly TensorFlow's variables, in its order."""
    assert real["outcome"]["raised"] is None, f"{name} does not run: {real['outcome']}"
    ends = [one for one in inventories(name, version) if one["ends"] == "ok"]
    found, wanted = [rows(one["variables"]) for one in ends], real["variables"]
    if wanted not in found:
        assert found[0] == wanted
    if "--" not in str([one["when"] for one in ends]):
        assert all(one == wanted for one in found), f"{name} has no flags, and still a choice"


@pytest.mark.parametrize("name", names())
def test_variables_are_those_of_tensorflow_1(name: str) -> None:
    assert_told(name, "1.15", recorded()[name])


@pytest.mark.parametrize("name", names())
def test_right_programs_are_silent(name: str) -> None:
    checked = check_paths([PROGRAMS / name], Config(root=PROGRAMS))
    codes = {finding.code for finding in checked.result.findings}
    assert codes == set(comments(name).get("reports", "").split())
    assert not checked.result.failures


def test_there_are_enough_programs_of_all_kinds() -> None:
    assert set(names()) == set(recorded())
    assert len(names()) >= LEAST
    kinds = [comments(name) for name in names()]
    assert sum("python" in kind for kind in kinds) >= 3
    assert sum("tensorflow" in kind for kind in kinds) >= 5
    assert sum(runs_in_tensorflow_2(name) for name in names()) >= 20
    packages = {path.parents[1].name for path in PROGRAMS.rglob("__init__.py")}
    assert len(packages) >= 4


def test_a_wrong_inventory_is_noticed() -> None:
    real = recorded()["siamese"]
    changed = {**real, "variables": real["variables"][1:]}
    with pytest.raises(AssertionError):
        assert_told("siamese", "1.15", changed)
