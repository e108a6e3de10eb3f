"""The checker predicts what TensorFlow did, program by program, for each version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conformance.predict import PROGRAMS, differences, predict, same_message

from scopecheck.deep import with_deep_stack

TRUTH = Path(__file__).resolve().parent / "truth"
VERSIONS = ("0.12", "1.1", "1.12", "1.15", "2.21")
LEAST = 300

Program = tuple[str, dict[str, Any]]


def by_topic(version: str) -> dict[str, list[Program]]:
    """The recorded programs and what TensorFlow did with them, by the folder they are in."""
    recorded = json.loads((TRUTH / f"{version}.json").read_text(encoding="utf-8"))["programs"]
    topics: dict[str, list[Program]] = {}
    for name, record in recorded.items():
        topics.setdefault(name.partition("/")[0], []).append((name, record))
    return topics


def groups() -> list[tuple[str, str]]:
    """Every topic with every version that knows it."""
    return [(version, topic) for version in VERSIONS for topic in by_topic(version)]


def disagreements(version: str, programs: list[Program]) -> list[str]:
    """One line for every program whose prediction is wrong, and how it is wrong."""
    wrong: list[str] = []
    for name, truth in programs:
        told = with_deep_stack(lambda at=PROGRAMS / name: predict(at, version))  # type: ignore[misc]
        wrong.extend(f"{name}: {difference}" for difference in differences(told, truth))
    return wrong


@pytest.mark.parametrize(("version", "topic"), groups())
def test_predictions(version: str, topic: str) -> None:
    programs = by_topic(version)[topic]
    wrong = disagreements(version, programs)
    assert not wrong, f"{len(programs)} programs, but\n  " + "\n  ".join(wrong)


@pytest.mark.parametrize("version", VERSIONS[-2:])
def test_there_are_enough_programs_of_both_kinds(version: str) -> None:
    endings = [
        record["outcome"]["raised"] is None
        for programs in by_topic(version).values()
        for _, record in programs
    ]
    assert len(endings) >= LEAST
    assert min(endings.count(True), endings.count(False)) >= LEAST / 4


def variable(name: str = "w:0", **changed: Any) -> dict[str, Any]:
    return {"name": name, "shape": [1], "dtype": "float32", "trainable": True, **changed}


RAISED = {"type": "ValueError", "message": "no w", "line": 3}
TOLD = {"type": "ValueError", "message": "no w", "span": (2, 4)}


@pytest.mark.parametrize(
    ("told", "real"),
    [
        ({"raised": TOLD}, {}),
        ({}, {"raised": RAISED}),
        ({"raised": TOLD}, {"raised": {**RAISED, "type": "TypeError"}}),
        ({"raised": TOLD}, {"raised": {**RAISED, "message": "no v"}}),
        ({"raised": TOLD}, {"raised": {**RAISED, "line": 5}}),
        ({"raised": {**TOLD, "span": None}}, {"raised": RAISED}),
        ({"paths": 2}, {}),
        ({"variables": [variable()]}, {}),
        ({"variables": [variable("v:0")]}, {"variables": [variable()]}),
        ({"variables": [variable(shape=None)]}, {"variables": [variable()]}),
        ({"variables": [variable(dtype="int32")]}, {"variables": [variable()]}),
        ({"variables": [variable(trainable=False)]}, {"variables": [variable()]}),
        (
            {"variables": [variable(), variable("v:0")]},
            {"variables": [variable("v:0"), variable()]},
        ),
    ],
)
def test_what_counts_as_a_difference(told: dict[str, Any], real: dict[str, Any]) -> None:
    assert len(_differences(told, real)) == 1


def test_what_counts_as_agreement() -> None:
    assert not _differences({}, {})
    both = [variable(), variable("v:0", shape=[None])]
    assert not _differences(
        {"raised": TOLD, "variables": both}, {"raised": RAISED, "variables": both}
    )


def _differences(told: dict[str, Any], real: dict[str, Any]) -> list[str]:
    predicted = {"paths": 1, "raised": None, "variables": [], **told}
    outcome = {"raised": real.get("raised")}
    return differences(predicted, {"outcome": outcome, "variables": real.get("variables", [])})


@pytest.mark.parametrize(
    ("predicted", "real", "same"),
    [
        ("no w", "no w", True),
        ("no w", "no w, none", False),
        ("tensor … is bad", "tensor add_1:0 is bad", True),
        ("tensor … is bad", "a tensor add_1:0 is bad", False),
        ("tensor … is bad", "tensor add_1:0 is good", False),
    ],
)
def test_messages_with_a_part_left_open(predicted: str, real: str, same: bool) -> None:
    assert same_message(predicted, real) is same
