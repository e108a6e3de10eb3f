"""tf.Variable and the collections."""

from __future__ import annotations

from predictions import machine, made, raised, traced

from scopecheck.models.graph_collections import GLOBAL, TRAINABLE, collections_of
from scopecheck.models.store.variables import make_variable
from scopecheck.models.world import current


def test_a_variable_is_named_under_the_name_scope() -> None:
    assert made("""
for _ in range(2):
    with tf.variable_scope("a"):
        tf.Variable(0.0, name="w")
        tf.Variable(0.0, name="w")
""") == ["a/w", "a/w_1", "a_1/w", "a_1/w_1"]


def test_trainable_variables_are_in_both_collections() -> None:
    m = machine()
    made = make_variable(m, "w", "w", (1,), "float32", True, "get_variable", (GLOBAL,))
    make_variable(m, "n", "n", (1,), "float32", False, "get_variable", (GLOBAL,))
    assert current(m).collections[TRAINABLE] == (made,)
    assert len(current(m).collections[GLOBAL]) == 2


def test_the_collections_given() -> None:
    m = machine()
    assert collections_of(m, None, GLOBAL) == (GLOBAL,)
    assert collections_of(m, m.new_list(["mine", TRAINABLE]), GLOBAL) == ("mine",)


def test_the_initial_value_needs_a_shape() -> None:
    assert raised("tf.Variable(tf.placeholder(tf.float32), name='w')\n") == (
        "ValueError: initial_value must have a shape specified: "
        'Tensor("Placeholder:0", dtype=float32)'
    )


def test_eager_variables_stand_alone() -> None:
    trace = traced(
        "with tf.name_scope('a'):\n    v = [tf.Variable(1.0, name='v') for _ in range(2)]\n",
        "2.21",
        "import tensorflow.compat.v1 as tf\n",
    )
    names = [held.variable.name for held in trace.endings[0].holdings]
    assert names == ["a/v:0", "a/v:0"]
