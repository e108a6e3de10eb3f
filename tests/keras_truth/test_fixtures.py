"""Which layers a step trains is predicted as a real Keras does it, for every Keras fixture."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest
from keras_truth.measure import METHODS, RECORDED, ROOT, programs, runs_on

from scopecheck.engine import predict
from scopecheck.trace import LayerStep, TrainStep

with open(RECORDED, encoding="utf-8") as handle:
    MEASURED: dict[str, dict[str, Any]] = json.load(handle)
CASES = [(version, name) for version in ("2", "3") for name in MEASURED[version]]

# An optimizer that doesn't know the weights; Keras 3's apply_gradients of an empty list.
ENDS = {
    ("2", "shared_optimizer.py"): "KeyError",
    ("3", "keras_tape_judge_frozen.py"): "ValueError",
    ("3", "keras_weights_listed_unbuilt.py"): "ValueError",
}

Counts = dict[str, set[tuple[int, int]]]


@pytest.fixture(autouse=True)
def project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def predicted(name: str, version: str) -> Counts:
    """By line and function: how many layers are trained, and how many there are."""
    found: Counts = defaultdict(set)
    for trace in predict([name]).traces:
        for step in trace.of(TrainStep):
            if step.function not in METHODS:
                continue
            fates = [_trained(layer, version) for layer in step.layers]
            if None not in fates:
                found[f"{step.site.line} {step.function}"].add((sum(map(bool, fates)), len(fates)))
    return found


def _trained(layer: LayerStep, version: str) -> bool | None:
    return layer.two.trained if version == "2" else layer.three.trained


def measured(name: str, version: str) -> Counts:
    """The same, as it was measured."""
    steps: dict[str, list[tuple[int, int]]] = MEASURED[version][name]["steps"]
    return {at: {(changed, total) for changed, total in counts} for at, counts in steps.items()}


@pytest.mark.parametrize(("version", "name"), CASES)
def test_steps_train_what_keras_trains(version: str, name: str) -> None:
    truth, told = measured(name, version), predicted(name, version)
    ends = MEASURED[version][name]["error"]
    assert {at: counts for at, counts in told.items() if ends is None or at in truth} == {
        at: truth[at] for at in told if at in truth
    }
    assert ends == ENDS.get((version, name.rsplit("/", 1)[-1]))


@pytest.mark.parametrize("version", ["2", "3"])
def test_every_fixture_is_measured(version: str) -> None:
    assert set(MEASURED[version]) == {name for name in programs() if runs_on(name, version)}


def test_most_steps_are_predicted() -> None:
    every = [(name, version, at) for version, name in CASES for at in measured(name, version)]
    told = [(name, version, at) for name, version, at in every if at in predicted(name, version)]
    assert len(told) >= 0.9 * len(every)
