"""Flags have their defaults where a value is needed, and fork where a branch is decided."""

from __future__ import annotations

import pytest
from predictions import made

from scopecheck.engine import check_source

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
