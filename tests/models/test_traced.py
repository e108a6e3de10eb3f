"""tf.function: traced once for each kind of arguments, twice where it makes variables."""

from __future__ import annotations

from predictions import PRELUDE, made, raised, traced

from scopecheck.trace import Undecided

EAGER = "import tensorflow.compat.v1 as tf\n"
SCALE = """
@tf.function
def scale(x):
    with tf.variable_scope("a", reuse={}):
        return x * tf.get_variable("v", [1])


scale(tf.zeros([1]))
scale(tf.zeros([1]))
scale(tf.zeros([2]))
"""


def test_the_second_tracing_asks_again() -> None:
    assert "a/v already exists" in raised(SCALE.format(None), "2.21")
    # TensorFlow's own message about it fails, eagerly.
    assert "Tensor.op is undefined" in raised(SCALE.format(None), "2.21", EAGER)
    for prelude in (PRELUDE, EAGER):
        assert made(SCALE.format("tf.AUTO_REUSE"), "2.21", prelude) == ["a/v"]


def test_errors_are_told_at_the_programs_own_call() -> None:
    ending = traced(SCALE.format("True"), "2.21", EAGER).endings[0]
    assert ending.error_path[-1].line == 9


def test_variables_are_made_on_the_first_call_only() -> None:
    program = """
@tf.function
def make(name):
    return tf.get_variable(name, [1]) if name != "none" else tf.constant(1.0)


make("none")
make("v")
"""
    assert "tf.function only supports singleton tf.Variables" in raised(program, "2.21", EAGER)


FED = """
import sys


def asked():
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        return tf.get_variable("v", [])


@tf.function
def scaled(x):
    return x * {}


for line in sys.stdin:
    scaled(float(line))
scaled(float(sys.argv[1]))
"""


def test_a_function_that_asks_for_nothing_may_be_traced_again() -> None:
    assert list(traced(FED.format("2.0"), "2.21", EAGER).of(Undecided)) == []
    told = traced(FED.format("asked()"), "2.21", EAGER).of(Undecided)
    assert {one.what for one in told} == {"tf.function"}
