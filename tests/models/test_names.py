"""Every road to a TensorFlow function ends at one name."""

from __future__ import annotations

import pytest

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
        ("tensorflow_probability.distributions.Normal", "tf.distributions.Normal"),
    ],
)
def test_other_roads(name: str, known: str) -> None:
    assert canonical(name) == known
