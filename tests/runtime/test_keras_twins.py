"""Keras models inside of others, at run time: the model itself, or a copy that goes stale."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from running import needs_tensorflow

from scopecheck.runtime.host import Setting
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Limits
from scopecheck.runtime.target import Target, parse_target
from scopecheck.runtime.train import Plan, Trained, train
from scopecheck.runtime.verify import verify

HEAD = """\
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

judge = keras.Sequential([keras.Input((5,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
judge.compile(optimizer="adam", loss="mse")
writer = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(), layers.Dense(5)])
"""
CHAIN = """\
z = keras.Input((3,))
chain = keras.Model(z, {}(writer(z)))
chain.compile(optimizer="adam", loss="mse")
for step in range(4):
    noise = np.random.rand(8, 3)
    judge.trainable = True
    judge.train_on_batch(np.random.rand(8, 5), np.ones((8, 1)))
    judge.trainable = False
    {}
    chain.train_on_batch(noise, np.ones((8, 1)))
"""
ITSELF = "judge.trainable = False\n" + CHAIN.format("judge", "pass")
CLONE = "still = keras.models.clone_model(judge)\nstill.trainable = False\n"
STALE = CLONE + CHAIN.format("still", "pass")
FOLLOWS = CLONE + CHAIN.format("still", "still.set_weights(judge.get_weights())")
# Keras 2 can't tell the weights of this chain before its first step.
UNBUILT = CLONE + (
    CHAIN.format("still", "pass")
    .replace("z = keras.Input((3,))\n", "")
    .replace("keras.Model(z, still(writer(z)))", "keras.Sequential([writer, still])")
)
BACKENDS = ("2", "3 on tensorflow", "3 on jax")


@pytest.fixture(params=BACKENDS, autouse=True)
def keras(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The Keras that the programs run with."""
    which: str = request.param
    if which.endswith("jax") and importlib.util.find_spec("jax") is None:
        pytest.skip("jax is not installed")
    monkeypatch.setenv("TF_USE_LEGACY_KERAS", "1" if which == "2" else "0")
    monkeypatch.setenv("KERAS_BACKEND", which.split()[-1] if which != "2" else "tensorflow")
    return which


def written(path: Path, program: str) -> Target:
    """A program that is written to a file."""
    file = path / "gan.py"
    file.write_text(HEAD + program, encoding="utf-8")
    return parse_target(str(file))


def trained(path: Path, program: str) -> Trained:
    """What train saw of a program."""
    setting = Setting(to_end=True, limits=Limits(240.0))
    return train(written(path, program), setting, Plan(steps=3), Places())


@needs_tensorflow
def test_the_model_itself(tmp_path: Path) -> None:
    ran = trained(tmp_path, ITSELF)
    assert [(told, equal) for _, told, equal in ran.same] == [
        ("same input, same output: bit for bit", True)
    ]
    assert ran.same[0][0].startswith("`chain(z)` against `judge`")
    assert ran.problems == ()


@needs_tensorflow
@pytest.mark.parametrize("program", [STALE, UNBUILT])
def test_a_copy_that_nobody_keeps_up(program: str, tmp_path: Path) -> None:
    ran = trained(tmp_path, program)
    (stale,) = [name for name, _, equal in ran.same if not equal]
    assert "a copy of `judge`" in stale
    (problem,) = ran.problems
    assert problem.startswith(stale)
    assert "they differ by up to" in problem


@needs_tensorflow
def test_a_copy_that_is_kept_up(tmp_path: Path) -> None:
    assert trained(tmp_path, FOLLOWS).problems == ()


@needs_tensorflow
@pytest.mark.parametrize(("program", "shared"), [(ITSELF, 4), (STALE, 0)])
def test_verify_tells_the_weights_of_both(program: str, shared: int, tmp_path: Path) -> None:
    found = verify(written(tmp_path, program), Setting(limits=Limits(240.0)), Places()).sharings
    mine = [one for one in found if one.name == "judge" and one.paths[1].startswith("inside chain")]
    assert [len(one.shared) for one in mine] == [shared]
    assert mine[0].complete == (shared == 4)
