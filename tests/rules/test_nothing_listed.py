"""A step with nothing to train is an error of SCO301, unless the program handles it."""

from __future__ import annotations

import pytest

from scopecheck.engine import check_source

HEAD = """\
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
with tf.variable_scope("generator"):
    w = tf.get_variable("w", [2])
with tf.variable_scope("other"):
    v = tf.get_variable("v", [2])
optimizer = tf.train.GradientDescentOptimizer(0.1)
"""
EMPTY = 'optimizer.minimize(tf.reduce_sum(w), var_list=tf.trainable_variables("generatr"))\n'
UNREACHED = 'optimizer.minimize(tf.reduce_sum(w), var_list=tf.trainable_variables("other"))\n'
RIGHT = 'optimizer.minimize(tf.reduce_sum(w), var_list=tf.trainable_variables("generator"))\n'


def found(text: str) -> list[tuple[str, str, int]]:
    findings = check_source(HEAD + text, "program.py").result.findings
    return [(one.code, one.severity.value, one.site.line) for one in findings]


@pytest.mark.parametrize("step", [EMPTY, UNREACHED])
def test_a_step_without_variables_is_an_error(step: str) -> None:
    assert found(step) == [("SCO301", "error", HEAD.count("\n") + 1)]


@pytest.mark.parametrize(
    "step", [RIGHT, f"try:\n    {EMPTY}except ValueError:\n    pass\n"], ids=["right", "handled"]
)
def test_what_runs_or_is_handled_is_silent(step: str) -> None:
    assert found(step) == []


def messages(text: str) -> tuple[str, str]:
    (finding,) = check_source(text, "program.py").result.findings
    return finding.message, finding.help or ""


def test_what_left_a_list_empty() -> None:
    message, help = messages(HEAD + EMPTY)
    assert "filter" in help
    early = HEAD.replace(
        "with tf.variable_scope", "g = tf.trainable_variables()\nwith tf.variable_scope", 1
    )
    message, help = messages(early + "optimizer.minimize(tf.reduce_sum(w), var_list=g)\n")
    assert message.endswith("its list was read before any was made")
    layer = "dense = tf.keras.layers.Dense(1)\nlisted = dense.trainable_weights\n"
    step = "optimizer.minimize(dense(tf.ones([1, 2]))[0, 0], var_list=listed)\n"
    message, help = messages(HEAD + layer + step)
    assert "before its first call" in help
