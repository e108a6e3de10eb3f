"""What may be done to each of a layer's variables."""

import tensorflow as tf
from scopecheck_stand_in import unknown

from prettytensor import _books


def identity(name, variable, phase):
    """``parameters.identity``."""
    return variable


def _regularizer(loss, decay, name_filter):
    if name_filter != "weights":
        return unknown("prettytensor.parameters.regularizer")

    def modified(name, variable, phase):
        if name_filter in name:
            tf.add_to_collection(_books.GraphKeys.REGULARIZATION_LOSSES, decay * loss(variable))
        return variable

    return modified


def l1_regularizer(decay, name_filter="weights"):
    """``parameters.l1_regularizer``."""
    return _regularizer(lambda one: tf.reduce_sum(tf.abs(one)), decay, name_filter)


def l2_regularizer(decay, name_filter="weights"):
    """``parameters.l2_regularizer``."""
    return _regularizer(tf.nn.l2_loss, decay, name_filter)


def compose(*parameter_functions):
    """``parameters.compose``."""

    def modified(name, variable, phase):
        for one in parameter_functions:
            variable = one(name, variable, phase)
        return variable

    return modified
