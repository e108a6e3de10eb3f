"""Every order of compile, freeze and train steps is predicted as each Keras played it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from keras_truth.record import BEHAVIOURS, LONGEST, OPTIMIZERS, RECORDED, Outcome, unpack
from predictions import traced

from scopecheck.models.keras.state import (
    Keras,
    Optimizer,
    Step,
    Unit,
    compile_model,
    set_trainable,
    train,
)
from scopecheck.trace import Decided, TrainStep

with open(RECORDED, encoding="utf-8") as handle:
    PLAYED: dict[str, Any] = json.load(handle)
NAMES = list(PLAYED["played"])
NORMALISATION, DENSE, JUDGE, GENERATOR, COMBINED = range(5)


class Game:
    """The units of ``play.py``'s game; implements the store that the bookkeeping asks for."""

    def __init__(self, keras: Keras, shared: bool) -> None:
        self.keras = keras
        self.shared = shared
        self.units = {
            NORMALISATION: Unit(weights=True, statistics=True),
            DENSE: Unit(weights=True),
            JUDGE: Unit((NORMALISATION, DENSE)),
            GENERATOR: Unit(weights=True),
            COMBINED: Unit((GENERATOR, JUDGE)),
        }
        self.optimizers: dict[int, Optimizer] = {}

    def unit(self, id: int) -> Unit:
        return self.units[id]

    def put_unit(self, id: int, unit: Unit) -> None:
        self.units[id] = unit

    def optimizer(self, id: int) -> Optimizer:
        return self.optimizers.get(id, Optimizer())

    def put_optimizer(self, id: int, optimizer: Optimizer) -> None:
        self.optimizers[id] = optimizer

    def play(self, step: str) -> Outcome:
        """Takes a step; what is predicted of it."""
        if step in "cC":
            new = 0 if self.shared else len(self.optimizers)
            self.optimizers.setdefault(new, Optimizer())
            compile_model(self, JUDGE if step == "c" else COMBINED, new)
        elif step in "fu":
            set_trainable(self, JUDGE, step == "u")
        else:
            return told(train(self, JUDGE if step == "t" else COMBINED, self.keras))
        return "", "", ""


def told(step: Step) -> Outcome:
    """A predicted step in the words of ``play.py``."""
    if step.error is not None:
        return "", "", step.error
    parts = {"D": {NORMALISATION, DENSE} & step.trained, "G": {GENERATOR} & step.trained}
    changed = "".join(part for part, units in parts.items() if units)
    return changed + "M" * bool(step.moved), " ".join((step.warning or "").split())[:60], ""


def predicted(name: str) -> Iterator[tuple[str, Outcome]]:
    """What the bookkeeping says of each sequence that was played."""
    behaviour, optimizers = name.split()
    for sequence in unpack(PLAYED, name):
        game = Game(Keras(behaviour), optimizers == "shared")
        yield sequence, [game.play(step) for step in sequence][-1]


@pytest.mark.parametrize("name", NAMES)
def test_every_order_has_the_outcome_that_was_played(name: str) -> None:
    truth = unpack(PLAYED, name)
    wrong = {
        sequence: (truth[sequence], outcome)
        for sequence, outcome in predicted(name)
        if truth[sequence] != outcome
    }
    assert not wrong
    assert len(truth) > 40


def test_every_behaviour_was_played() -> None:
    assert set(NAMES) == {f"{one} {other}" for one in BEHAVIOURS for other in OPTIMIZERS}


@pytest.mark.parametrize("optimizers", OPTIMIZERS)
@pytest.mark.parametrize("behaviour", ["keras2-eager", "keras2-graph", "keras3"])
def test_all_orders_of_five_steps_were_played(behaviour: str, optimizers: str) -> None:
    name = f"{behaviour} {optimizers}"
    assert PLAYED["played"][name]["longest"] == LONGEST
    truth = unpack(PLAYED, name)
    assert {len(sequence) for sequence in truth} == {1, 2, 3, 4, 5}
    if optimizers == "separate":
        assert len(truth) == 1134


# -- the same orders in programs --------------------------------------------------------

HEAD = """\
import numpy as np
from tensorflow import keras

def networks():
    judge = keras.Sequential([keras.Input((2,)), keras.layers.BatchNormalization(scale=False),
                              keras.layers.Dense(1, use_bias=False)])
    maker = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, use_bias=False)])
    z = keras.Input((2,))
    return judge, keras.Model(z, judge(maker(z))), keras.optimizers.SGD(0.1)

def train(model):
    model.train_on_batch(np.ones((4, 2)), np.ones((4, 1)))

"""
LINES = {
    "c": "judge.compile(loss='mse', optimizer={})\n",
    "C": "combined.compile(loss='mse', optimizer={})\n",
    "f": "judge.trainable = False\n",
    "u": "judge.trainable = True\n",
    "t": "train(judge)\n",
    "T": "train(combined)\n",
}
TOGETHER = 40  # games in one program
VERSIONS = {"keras2-tf1": "2", "keras2-eager": "2", "keras2-graph": "2", "keras3": "3"}


def program(games: Sequence[str], shared: bool) -> str:
    """A program that plays one sequence after another, each with networks of its own."""
    optimizer = "one" if shared else "keras.optimizers.SGD(0.1)"
    return "".join(
        "judge, combined, one = networks()\n"
        + "".join(LINES[step].format(optimizer) for step in sequence)
        for sequence in games
    )


def steps_by_prefix(games: Sequence[str], shared: bool) -> Iterator[tuple[str, TrainStep]]:
    """Each training step that is told of, by the sequence that it ends."""
    places = [
        sequence[:at] for sequence in games for at in range(len(sequence) + 1)
    ]  # one for each line: what has been played by then
    for step in traced(program(games, shared), "2.21", HEAD).of(TrainStep):
        yield places[step.path[0].line - 1 - HEAD.count("\n")], step


def changed(step: TrainStep, version: str) -> str | None:
    """D and G, as far as the step trains them; None where it ends with an error."""
    maker = step.layers[0].layer if len(step.layers) == 3 else None
    parts = set()
    for layer in step.layers:
        fate: Decided = layer.three if version == "3" else layer.two
        if fate.trained is None:
            return None
        if fate.trained:
            parts.add("G" if layer.layer == maker else "D")
    return "".join(sorted(parts))


@pytest.mark.parametrize("optimizers", OPTIMIZERS)
def test_programs_are_judged_as_they_were_played(optimizers: str) -> None:
    truths = {one: unpack(PLAYED, f"{one} {optimizers}") for one in BEHAVIOURS}
    reached = sorted(set().union(*truths.values()))
    games = [one for one, other in pairwise([*reached, ""]) if not other.startswith(one)]
    wrong, judged = {}, set()
    for start in range(0, len(games), TOGETHER):
        for sequence, step in steps_by_prefix(
            games[start : start + TOGETHER], optimizers == "shared"
        ):
            for behaviour, truth in truths.items():
                changes, _, error = truth.get(sequence, ("", "", "not played"))
                told_of = changed(step, VERSIONS[behaviour])
                if error in ("KeyError", "not played"):
                    continue  # Keras 2's eager optimizers alone raise it: of no concern here
                judged.add((behaviour, sequence))
                if told_of != (None if error else changes.replace("M", "")):
                    wrong[behaviour, sequence] = (changes, error, told_of)
    assert not wrong
    assert judged >= {
        (behaviour, sequence)
        for behaviour, truth in truths.items()
        for sequence, (_, _, error) in truth.items()
        if not error
    }
