"""Name scopes name tf.Variables, never get_variable's."""

from __future__ import annotations

from predictions import made, raised


def test_get_variable_takes_no_prefix() -> None:
    assert made("""
with tf.name_scope("a"):
    tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
with tf.name_scope("a") as again:
    assert again == "a_1/"
""") == ["w", "a/v"]


def test_none_leads_to_the_root() -> None:
    program = "with tf.name_scope('a'):\n    with tf.name_scope(None):\n        tf.Variable(0.0)\n"
    assert made(program) == ["Variable"]


def test_values_need_a_name() -> None:
    assert "At least one of name" in raised("tf.name_scope(None, None, [1])\n")
