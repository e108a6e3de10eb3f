"""get_variable: what is found, what is made, and what is refused."""

from __future__ import annotations

import pytest
from predictions import made, raised

from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.tensors import UNSEEN


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ((2, 3), (2, 3), False),
        ((2, None), (2, 3), False),
        ((2, UNSEEN), (2, 3), False),
        ((2,), (2, 3), True),
        ((2, 4), (2, 3), True),
        (None, (2, 3), False),
    ],
)
def test_shapes_that_differ(one: object, other: object, differ: bool) -> None:
    assert incompatible(one, other) is differ  # type: ignore[arg-type]


def test_a_constant_initializer_decides_shape_and_dtype() -> None:
    assert "specified dtype float32 and found dtype int32" in raised("""
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("n", initializer=4)
""")


def test_an_initializer_that_raises_keeps_the_name() -> None:
    assert made("""
def broken(shape, dtype=None, partition_info=None):
    raise RuntimeError("no")


try:
    tf.get_variable("w", [1], initializer=broken)
except RuntimeError:
    pass
tf.get_variable("w", [1])
""") == ["w_1"]


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("1.15", "ValueError: Ambiguous dimension: 2.5"),
        ("2.21", "TypeError: Dimension value must be integer or None"),
    ],
)
def test_a_float_is_no_dimension(version: str, message: str) -> None:
    assert raised("tf.get_variable('w', [2.5])\n", version).startswith(message)


def test_resource_variables_say_less() -> None:
    program = "v = [tf.get_variable('v', [1], use_resource={}) for _ in range(2)]\n"
    assert raised(program.format(True)).endswith("in VarScope?")
    assert raised(program.format(False)).endswith("Originally defined at:")
