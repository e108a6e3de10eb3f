"""Stands in for sugartensor/sg_initializer.py."""

import tensorflow as tf


def constant(
    name, shape, value=0, dtype=tf.float32, summary=True, regularizer=None, trainable=True
):
    """``constant``."""
    shape = shape if isinstance(shape, (tuple, list)) else [shape]
    return tf.get_variable(
        name,
        shape,
        dtype=dtype,
        initializer=tf.constant_initializer(value),
        regularizer=regularizer,
        trainable=trainable,
    )


def uniform(
    name, shape, scale=0.05, dtype=tf.float32, summary=True, regularizer=None, trainable=True
):
    """``uniform``."""
    shape = shape if isinstance(shape, (tuple, list)) else [shape]
    return tf.get_variable(
        name,
        shape,
        dtype=dtype,
        initializer=tf.random_uniform_initializer(),
        regularizer=regularizer,
        trainable=trainable,
    )


def he_uniform(
    name, shape, scale=1, dtype=tf.float32, summary=True, regularizer=None, trainable=True
):
    """``he_uniform``."""
    return uniform(name, shape, scale, dtype, summary, regularizer, trainable)


glorot_uniform = he_uniform


def _given(name, initial, regularizer, trainable):
    return tf.get_variable(name, initializer=initial, regularizer=regularizer, trainable=trainable)


def identity(name, dim, scale=1, dtype=tf.float32, summary=True, regularizer=None, trainable=True):
    """``identity``."""
    return _given(name, tf.zeros([dim, dim], dtype), regularizer, trainable)


def orthogonal(
    name, shape, scale=1.1, dtype=tf.float32, summary=True, regularizer=None, trainable=True
):
    """``orthogonal``."""
    return _given(name, tf.zeros(shape, dtype), regularizer, trainable)


def external(name, value, dtype=tf.float32, summary=True, regularizer=None, trainable=True):
    """``external``."""
    return _given(name, tf.constant(value, dtype=dtype), regularizer, trainable)
