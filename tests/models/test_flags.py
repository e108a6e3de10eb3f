"""Flags have their defaults where a value is needed."""

from __future__ import annotations

from predictions import made


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
