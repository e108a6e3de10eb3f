"""compare: prediction and real graph agree on every program of the repository."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from running import needs_tensorflow, scopecheck, written
from runtime.comparisons import ALL, SETS, STEP, outcomes

from scopecheck.runtime.compare import differences, prediction
from scopecheck.runtime.places import Places
from scopecheck.runtime.target import parse_target
from scopecheck.trace import Ending, Holding, Shape, Site, TensorFlowError, Trace, Variable

LEAST = {"conformance": 800, "fixtures": 340, "whole programs": 30}
MOST = 0.1
"""How much of all may be left open by its predictions, or cannot run."""


@needs_tensorflow
@pytest.mark.parametrize("which", SETS)
def test_tensorflow_2(which: str) -> None:
    assert_agreement(which, "2.21")


@pytest.mark.tf115
@pytest.mark.skipif(
    "SCOPECHECK_TF115_PY3" not in os.environ or not ALL,
    reason="SCOPECHECK_TF115_PY3 names no interpreter, or SCOPECHECK_TEST_ALL is not set",
)
@pytest.mark.parametrize("which", SETS)
def test_tensorflow_1(which: str) -> None:
    assert_agreement(which, "1.15")


def assert_agreement(which: str, version: str) -> None:
    """Every program that can run agrees in all that its prediction decides."""
    found = outcomes(which, version)
    differ = [
        f"{name}: {difference}"
        for name, one in found.items()
        if not one.unfit
        for difference in one.differences
    ]
    assert not differ, f"{len(found)} programs, but\n  " + "\n  ".join(differ)
    assert len(found) * STEP >= LEAST[which]


@needs_tensorflow
def test_little_is_left_open_or_cannot_run() -> None:
    found = [one for which in SETS for one in outcomes(which, "2.21").values()]
    assert sum(bool(one.unfit) for one in found) <= MOST * len(found)
    assert sum(bool(one.undecided) for one in found) <= MOST * len(found)


W = Site("gan.py", 3, 1, 3, 20)
ELSEWHERE = Site("gan.py", 9, 1, 9, 20)


def variable(name: str = "w:0", shape: Shape = (2,), site: Site = W, **more: Any) -> Variable:
    given: dict[str, Any] = {"dtype": "float32", "trainable": True, "made_by": "get_variable"}
    given.update(more)
    return Variable(name, name[:-2], shape, site=site, path=(site,), **given)


def trace(*held: Variable, complete: bool = True, error: TensorFlowError | None = None) -> Trace:
    holdings = tuple(Holding(one, (one.path,)) for one in held)
    path = () if error is None else (W,)
    return Trace("gan.py", True, "2.21", (), (Ending(holdings, error, path, (), complete),))


ERROR = TensorFlowError("ValueError", "no w")
TWICE = variable("layer_…/w:0", (None,))


@pytest.mark.parametrize(
    ("told", "real", "differs"),
    [
        (trace(variable()), trace(variable()), 0),
        (trace(variable()), trace(), 1),
        (trace(), trace(variable()), 1),
        (trace(complete=False), trace(variable()), 0),
        (trace(variable(), complete=False), trace(), 1),
        (trace(variable(shape=(None,))), trace(variable()), 0),
        (trace(variable(shape=(3,))), trace(variable()), 1),
        (trace(variable(shape=(2, 2))), trace(variable()), 1),
        (trace(variable()), trace(variable(shape=(None,))), 1),
        (trace(variable(dtype="int32")), trace(variable()), 1),
        (trace(variable(trainable=False)), trace(variable()), 1),
        (trace(variable("v:0")), trace(variable()), 1),
        (trace(variable(site=ELSEWHERE)), trace(variable()), 2),
        (trace(TWICE), trace(variable("layer_1/w:0"), variable("layer_2/w:0")), 0),
        (trace(TWICE), trace(variable("layer_1/w:0"), variable("other/w:0")), 1),
        (trace(error=ERROR), trace(), 1),
        (trace(), trace(error=ERROR), 1),
        (trace(error=ERROR), trace(error=ERROR), 0),
        (trace(error=ERROR), trace(error=TensorFlowError("TypeError", "no w")), 1),
        (trace(error=ERROR), trace(error=TensorFlowError("ValueError", "no v")), 1),
    ],
)
def test_what_counts_as_a_difference(told: Trace, real: Trace, differs: int) -> None:
    assert len(list(differences(told, real, Places()))) == differs


def test_who_holds_a_variable_is_compared() -> None:
    one = variable()
    twice = trace(one)
    (ending,) = twice.endings
    held = Holding(one, (one.path, (ELSEWHERE,)))
    shared = replace(twice, endings=(replace(ending, holdings=(held,)),))
    assert len(list(differences(twice, shared, Places()))) == 1


@needs_tensorflow
def test_what_the_command_tells(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """\
        import time
        import tensorflow as tf

        tf.get_variable("w", [2] if time.time() > 0 else [3])
        if int(time.time()):
            raise KeyError("late")
        """,
    )
    ran = scopecheck("compare", file, cwd=tmp_path)
    assert "program.py: TensorFlow 2.21" in ran.out
    assert ran.code == 0, ran.out + ran.err
    layers = written(
        tmp_path,
        """\
        import tensorflow as tf

        rows = tf.placeholder(tf.float32, [None, 8])
        out = tf.keras.layers.Dense(1)(rows)
        tf.train.AdamOptimizer().minimize(tf.reduce_mean(out))
        """,
        "layers.py",
    )
    ran = scopecheck("compare", layers, cwd=tmp_path)
    assert (ran.code, ran.out.count("undecided: ")) == (0, 0), ran.out
    assert "agree on 8 variables" in ran.out


FLAGS = """\
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer("units", 4, "")
flags.DEFINE_boolean("deep", False, "")
flags.DEFINE_boolean("bias", True, "")
flags.DEFINE_string("name", None, "")


def main(_):
    FLAGS = flags.FLAGS
    x = tf.layers.dense(tf.zeros([2, 3]), FLAGS.units, use_bias=FLAGS.bias, name=FLAGS.name)
    if FLAGS.deep:
        tf.layers.dense(x, 7, use_bias=False)


tf.app.run()
"""
ARGPARSE = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--units", type=int, default=4)
parser.add_argument("--deep", action="store_true")
parser.add_argument("--name")
args = parser.parse_args()
x = tf.layers.dense(tf.zeros([2, 3]), args.units, use_bias=False, name=args.name)
if args.deep:
    tf.layers.dense(x, 7, use_bias=False)
"""


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (FLAGS, "", {"dense/kernel:0": (3, 4), "dense/bias:0": (4,)}),
        (FLAGS, "--units=6 --nobias", {"dense/kernel:0": (3, 6)}),
        (FLAGS, "--bias=false --name d", {"d/kernel:0": (3, 4)}),
        (FLAGS, "--nobias --deep", {"dense/kernel:0": (3, 4), "dense_1/kernel:0": (4, 7)}),
        (ARGPARSE, "", {"dense/kernel:0": (3, 4)}),
        (ARGPARSE, "--units=6 --name d", {"d/kernel:0": (3, 6)}),
        (ARGPARSE, "--deep", {"dense/kernel:0": (3, 4), "dense_1/kernel:0": (4, 7)}),
    ],
)
def test_the_command_line_is_part_of_the_prediction(
    text: str, words: str, told: dict[str, Shape], tmp_path: Path
) -> None:
    target = parse_target(str(written(tmp_path, text)), argv=words.split())
    (ending,) = prediction(target, "1.15").endings
    assert {one.variable.name: one.variable.shape for one in ending.holdings} == told


def test_a_call_over_lines_keeps_its_last_line(tmp_path: Path) -> None:
    """Before Python 3.8 a call is at its last line, even if another statement begins there."""
    path = tmp_path / "built.py"
    path.write_text("y = build(\n    x,\n    name(i)); i += 1\nz = 1; i += 1\n")
    at = [Places().statement(Site(path.as_posix(), line, 1, line, 1)) for line in (1, 3, 4)]
    assert at == [(1, 3), (1, 3), (4, 4)]
