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


def test_a_function_that_asks_for_nothing_may_be_traced_again() -> None:
    program = (
        "@tf.function\n"
        "def {name}(x):\n"
        "    return x * {body}\n"
        "import sys\n"
        "for line in sys.stdin:\n"
        "    {name}(float(line))\n"
        "{name}(float(sys.argv[1]))\n"
    )
    plain = traced(program.format(name="twice", body="2.0"), "2.21", EAGER)
    assert list(plain.of(Undecided)) == []
    asking = program.format(name="scaled", body="tf.get_variable('v', [])")
    assert "tf.function" in [one.what for one in traced(asking, "2.21", EAGER).of(Undecided)]
