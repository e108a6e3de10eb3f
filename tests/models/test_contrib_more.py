"""tf.contrib.layers beyond the common layers."""

from __future__ import annotations

from predictions import made

PRELUDE = "import tensorflow as tf\nlayers = tf.contrib.layers\nx = tf.zeros([2, 8, 8, 3])\n"


def made_by(program: str) -> list[str]:
    return made(program, "1.15", PRELUDE)


def test_every_layer_has_its_own_default_scope() -> None:
    assert made_by("layers.bias_add(x)\nlayers.conv2d_in_plane(x, 3)\n") == [
        "BiasAdd/biases",
        "ConvInPlane/weights",
        "ConvInPlane/biases",
    ]


def test_embeddings() -> None:
    program = "ids = tf.zeros([2, 3], tf.int32)\nlayers.embed_sequence(ids, 5, 6, scope='e')\n"
    assert made_by(program) == ["e/embeddings"]


def test_optimize_loss_makes_its_slots_inside() -> None:
    assert made_by("""
w = tf.get_variable("w", [3])
layers.optimize_loss(tf.reduce_sum(w * w), None, 0.1, "Momentum")
""") == ["w", "OptimizeLoss/learning_rate", "OptimizeLoss/w/Momentum"]
