"""Flags have their defaults where a value is needed, and fork where a branch is decided."""

from __future__ import annotations

import pytest
from predictions import made, traced

from scopecheck.engine import check_source
from scopecheck.trace import LossMinimized

PROGRAM = """
import os
import tensorflow as tf

tf.app.flags.DEFINE_boolean("twice", False, "")
FLAGS = tf.app.flags.FLAGS


def main(_):
    for _ in range(2 if {test} else 1):
        tf.get_variable("w", [3])


{start}
"""


def test_a_default_is_a_name_and_a_size() -> None:
    assert made("""
tf.app.flags.DEFINE_string("scope", "net", "")
tf.app.flags.DEFINE_integer("size", 3, "")
FLAGS = tf.app.flags.FLAGS


def main(_):
    with tf.variable_scope(FLAGS.scope):
        tf.get_variable("w", [FLAGS.size])


tf.app.run(main)
""") == ["net/w"]


@pytest.mark.parametrize("start", ["main(None)", "tf.app.run(main)"])
@pytest.mark.parametrize(
    ("test", "conditions"), [("FLAGS.twice", ["--twice"]), ("os.path.exists('x')", [])]
)
def test_how_a_program_is_started_changes_no_condition(
    start: str, test: str, conditions: list[str]
) -> None:
    found = check_source(PROGRAM.format(test=test, start=start), "program.py").result
    assert [finding.when for finding in found.findings] == conditions


def test_a_flag_that_is_empty_by_default_has_the_parts_that_are_asked_for() -> None:
    assert made("""
tf.app.flags.DEFINE_string("prefix", "", "")
folder = tf.app.flags.FLAGS.prefix.split("/")[-2]
tf.get_variable("w", [2])
""") == ["w"]


def test_a_count_that_a_flag_chooses_is_kept_for_each_way() -> None:
    trace = traced("""
tf.app.flags.DEFINE_string("model", "plain", "")
tf.app.flags.DEFINE_integer("degree", 2, "")
FLAGS = tf.app.flags.FLAGS
if FLAGS.model == "plain":
    count, width = 1, 4
else:
    count, width = 1 + FLAGS.degree, 8
supports = [tf.placeholder(tf.float32, [3, 3]) for _ in range(count)]
weights = [tf.get_variable("w%d" % i, [3, width]) for i in range(len(supports))]
loss = tf.reduce_mean(tf.add_n([tf.matmul(x, w) for x, w in zip(supports, weights)]))
tf.train.GradientDescentOptimizer(0.1).minimize(loss)
""")
    held = [
        [(one.variable.name, one.variable.shape) for one in ending.holdings]
        for ending in trace.endings
    ]
    assert held == [
        [("w0:0", (3, 4))],
        [("w0:0", (3, 8)), ("w1:0", (3, 8)), ("w2:0", (3, 8))],
    ]
    minimized = trace.of(LossMinimized)
    assert sorted(len(event.trained or ()) for event in minimized) == [1, 3]


def test_one_of_two_tests_holds_where_their_paths_met() -> None:
    trace = traced("""
tf.app.flags.DEFINE_string("data", "edges", "")
FLAGS = tf.app.flags.FLAGS


class Network(object):
    def __init__(self, name, width):
        self.name, self.width, self.reuse = name, width, False

    def __call__(self, x):
        with tf.variable_scope(self.name, reuse=self.reuse):
            w = tf.get_variable("w", [x.shape[-1], 8])
            v = tf.get_variable("v", [8, self.width])
            self.reuse = True
            return tf.matmul(tf.matmul(x, w), v)


if FLAGS.data == "edges" or FLAGS.data == "shoes":
    channels = 1
elif FLAGS.data == "bags":
    channels = 3
else:
    channels = 3
there, back = Network("there", 3), Network("back", channels)
if channels == 1:
    x = tf.placeholder(tf.float32, [2, 1])
else:
    x = tf.placeholder(tf.float32, [2, 3])
y = tf.placeholder(tf.float32, [2, 3])
loss = tf.reduce_mean(tf.square(back(there(x)) - x)) + tf.reduce_mean(there(back(y)))
there(x)
back(y)
""")
    assert all(ending.error is None for ending in trace.endings)
    shapes = [[one.variable.shape for one in ending.holdings] for ending in trace.endings]
    assert shapes == [
        [(1, 8), (8, 3), (3, 8), (8, 1)],
        [(3, 8), (8, 3), (3, 8), (8, 3)],
    ]
