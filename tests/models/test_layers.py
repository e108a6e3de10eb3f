"""tf.layers: the scope a layer takes, and the variables it asks for."""

from __future__ import annotations

import pytest
from predictions import made, raised

from scopecheck.models.layers.functions import snake_case

X = "x = tf.zeros([2, 3])\n"


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("MyLayer", "my_layer"),
        ("L", "l"),
        ("Conv2DTranspose", "conv2d_transpose"),
        ("_A", "private_a"),
    ],
)
def test_base_names(name: str, base: str) -> None:
    assert snake_case(name, True) == base
    assert snake_case(name, False) == base


def test_a_digit_is_a_small_letter_in_tensorflow_1_only() -> None:
    assert snake_case("ConvLSTM2D", True) == "conv_lst_m2d"
    assert snake_case("ConvLSTM2D", False) == "conv_lstm2d"


def test_unnamed_layers_are_numbered_and_named_ones_are_not() -> None:
    assert made(X + "tf.layers.dense(x, 1)\ntf.layers.dense(x, 1, use_bias=False)\n") == [
        "dense/kernel",
        "dense/bias",
        "dense_1/kernel",
    ]
    assert "fc/kernel already exists" in raised(
        X + "for _ in range(2):\n    tf.layers.dense(x, 1, name='fc')\n"
    )


def test_a_layer_object_keeps_its_variables() -> None:
    program = (
        X + "fc = tf.layers.Dense(1, name='fc')\nfc(x)\nfc(x)\nassert len(fc.variables) == 2\n"
    )
    assert made(program) == ["fc/kernel", "fc/bias"]


def test_eager_layers_share_nothing_but_their_object() -> None:
    program = "import tensorflow.compat.v1 as tf\n" + X
    program += "for _ in range(2):\n    tf.layers.dense(x, 1, name='fc', use_bias=False)\n"
    assert made(program, "2.21", "") == ["fc/kernel", "fc/kernel"]


def test_training_fills_the_update_operations() -> None:
    assert made("""
bn = tf.layers.BatchNormalization(scale=False, center=False)
for _ in range(2):
    bn(tf.zeros([2, 3]), training=True)
bn(tf.zeros([2, 3]))
assert len(tf.get_collection(tf.GraphKeys.UPDATE_OPS)) == 4
""") == ["batch_normalization/moving_mean", "batch_normalization/moving_variance"]


def test_a_regularizer_acts_on_new_variables_only() -> None:
    program = (
        X
        + """
for reuse in (None, True):
    tf.layers.dense(x, 1, kernel_regularizer=tf.nn.l2_loss, name="fc", reuse=reuse)
assert len(tf.losses.get_regularization_losses()) == 1
"""
    )
    assert made(program) == ["fc/kernel", "fc/bias"]


def test_a_keyword_that_no_layer_takes() -> None:
    message = "TypeError: ('Keyword argument not understood:', 'filters')"
    assert raised("tf.layers.Dense(1, filters=2)\n") == message
