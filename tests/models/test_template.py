"""Templates: the first call makes the variables, the others share them."""

from __future__ import annotations

import pytest
from predictions import made, raised

EAGER = "import tensorflow.compat.v1 as tf\n"
NET = "net = tf.make_template('net', lambda name='w': tf.get_variable(name, [1]){})\n"


def test_calls_share() -> None:
    assert made(NET.format("") + "assert net() is net()\n") == ["net/w"]
    assert made(NET.format("") + "assert net() is net()\n", "2.21", EAGER) == ["net/w"]


def test_templates_are_numbered_where_they_are_called() -> None:
    assert made(NET.format("") + "net()\n" + NET.format("") + "net()\n") == ["net/w", "net_1/w"]


def test_a_scope_taken_at_once() -> None:
    program = NET.format(", create_scope_now_=True") + "with tf.variable_scope('a'):\n    net()\n"
    assert made(program) == ["net/w"]


def test_a_later_call_finds_or_fails() -> None:
    assert "net/u does not exist" in raised(NET.format("") + "net()\nnet('u')\n")
    assert "Trainable variable created" in raised(
        NET.format("") + "net()\nnet('u')\n", "2.21", EAGER
    )


@pytest.mark.parametrize(("version", "word"), [("1.15", "exeuction"), ("2.21", "execution")])
def test_unique_names_are_for_graphs(version: str, word: str) -> None:
    prelude = EAGER if version == "2.21" else EAGER + "tf.enable_eager_execution()\n"
    message = f"ValueError: unique_name_ cannot be used when eager {word} is enabled."
    assert raised(NET.format(", unique_name_='n'"), version, prelude) == message
