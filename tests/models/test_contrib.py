"""tf.contrib.layers and arg_scope."""

from __future__ import annotations

from predictions import made, raised

from scopecheck.models.slim.arg_scope import canonical_op

PRELUDE = "import tensorflow as tf\nslim = tf.contrib.slim\nx = tf.zeros([2, 8, 8, 3])\n"


def made_by(program: str) -> list[str]:
    return made(program, "1.15", PRELUDE)


def test_one_name_for_an_operation() -> None:
    assert canonical_op("tf.contrib.slim.convolution2d") == "conv2d"
    assert canonical_op("tf.contrib.layers.convolution3d_transpose") == "conv3d_transpose"


def test_default_scopes_are_numbered() -> None:
    assert made_by("slim.conv2d(x, 4, 3)\nslim.conv2d(x, 4, 3, biases_initializer=None)\n") == [
        "Conv/weights",
        "Conv/biases",
        "Conv_1/weights",
    ]


def test_arg_scope_gives_defaults() -> None:
    assert made_by("""
with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm):
    slim.conv2d(x, 4, 3, scope="c")
""") == ["c/weights", "c/BatchNorm/beta", "c/BatchNorm/moving_mean", "c/BatchNorm/moving_variance"]


def test_an_undecorated_operation_is_refused() -> None:
    program = "with slim.arg_scope([tf.layers.dense], units=1):\n    pass\n"
    assert "is not decorated with @add_arg_scope" in raised(program, "1.15", PRELUDE)
