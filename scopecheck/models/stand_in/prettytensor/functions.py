"""Functions of plain tensors."""

import tensorflow as tf


def leaky_relu(x, name=None):
    """``functions.leaky_relu``."""
    return tf.maximum(x, 0.01 * x, name=name)
