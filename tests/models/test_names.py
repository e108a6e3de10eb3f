"""Every road to a TensorFlow function ends at one name."""

from __future__ import annotations

import pytest
from predictions import made

from scopecheck.models.names import canonical


@pytest.mark.parametrize(
    "name",
    [
        "tensorflow.get_variable",
        "tensorflow.compat.v1.get_variable",
        "tf.compat.v1.get_variable",
        "tensorflow.python.ops.variable_scope.get_variable",
    ],
)
def test_get_variable(name: str) -> None:
    assert canonical(name) == "tf.get_variable"


def test_other_packages_keep_their_names() -> None:
    assert canonical("tf_slim.conv2d") == "tf_slim.conv2d"
    assert canonical("keras.layers.Dense") == "tf.keras.layers.Dense"
    assert canonical("os.path.join") == "os.path.join"


def test_libraries_beside_tensorflow() -> None:
    assert canonical("keras_contrib.layers.normalization.InstanceNormalization") == (
        "tf.keras.layers.InstanceNormalization"
    )
    assert canonical("tensorflow_addons.optimizers.AdamW") == "tf.keras.optimizers.AdamW"
    assert canonical("tensorflow_addons.seq2seq.BasicDecoder") == (
        "tensorflow_addons.seq2seq.BasicDecoder"
    )
    assert canonical("tensorflow_probability.layers.DenseFlipout") == (
        "tensorflow_probability.layers.DenseFlipout"
    )


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("tensorflow.contrib.eager.Variable", "tf.Variable"),
        ("tensorflow.contrib.eager.Iterator", "tf.contrib.eager.Iterator"),
        ("tensorflow.contrib.keras.layers.Dense", "tf.keras.layers.Dense"),
        ("tensorflow.contrib.keras.python.keras.layers.core.Dense", "tf.layers.Dense"),
        ("tensorflow.contrib.keras.python.keras.layers.Convolution2D", "tf.layers.Conv2D"),
        ("tensorflow.contrib.keras.python.keras.layers.Flatten", "tf.keras.layers.Flatten"),
        ("tensorflow_probability.distributions.Normal", "tf.distributions.Normal"),
    ],
)
def test_other_roads(name: str, known: str) -> None:
    assert canonical(name) == known


@pytest.mark.parametrize(
    ("road", "names"),
    [
        (
            "from tensorflow.contrib.keras.python.keras import layers",
            ["net/dense/kernel", "net/dense_1/kernel"],
        ),
        (
            "from tensorflow.contrib.keras.python import keras; layers = keras.layers",
            ["net/dense/kernel", "net/dense_1/kernel"],
        ),
        (
            "from tensorflow.contrib.keras import layers",
            [
                "net/dense/kernel",
                "net/dense_1/kernel",
                "net_1/dense_2/kernel",
                "net_1/dense_3/kernel",
            ],
        ),
    ],
)
def test_layers_of_the_first_keras_take_variables_from_the_store(
    road: str, names: list[str]
) -> None:
    """As TensorFlow 1.3 says of the first two, and 1.15 of the third."""
    program = f"""{road}
for reuse in (False, True):
    with tf.variable_scope("net", reuse=reuse):
        x = layers.Dense(2, use_bias=False)(tf.ones([1, 2]))
        layers.Dense(2, use_bias=False)(x)
"""
    assert made(program) == names
