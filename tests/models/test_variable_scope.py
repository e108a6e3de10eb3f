"""Scopes: what they inherit, what they restore, and what they refuse."""

from __future__ import annotations

import pytest
from predictions import machine, made, raised

from scopecheck.models.store.reuse_modes import AUTO_REUSE, asked_reuse
from scopecheck.symbolic.values import Unknown
from scopecheck.trace import Reuse


@pytest.mark.parametrize(
    ("value", "mode"),
    [
        (None, Reuse.OFF),
        (False, Reuse.OFF),
        (True, Reuse.ON),
        (AUTO_REUSE, Reuse.AUTO),
        (1, None),
        (Unknown(("reuse",), "reuse", free=True), Reuse.UNKNOWN),
    ],
)
def test_the_reuse_argument(value: object, mode: Reuse | None) -> None:
    assert asked_reuse(machine(), value) is mode


def test_reuse_is_inherited_and_never_switched_off() -> None:
    assert "does not exist" in raised("""
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope("b", reuse=False):
        tf.get_variable("w", [1])
""")


def test_auto_reuse_inside_a_reusing_scope_creates() -> None:
    assert made("""
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope("b", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [1])
""") == ["a/b/w"]


def test_default_names_count_within_their_scope() -> None:
    assert made("""
for _ in range(2):
    with tf.variable_scope(None, default_name="d"):
        tf.get_variable("w", [1])
with tf.variable_scope("a"):
    with tf.variable_scope(None, default_name="d"):
        tf.get_variable("w", [1])
""") == ["d/w", "d_1/w", "a/d/w"]


def test_a_scope_is_left_in_order() -> None:
    assert (
        raised("""
a, b = tf.variable_scope("a"), tf.variable_scope("b")
a.__enter__()
b.__enter__()
a.__exit__(None, None, None)
""")
        == "RuntimeError: Improper nesting of variable_scope."
    )
