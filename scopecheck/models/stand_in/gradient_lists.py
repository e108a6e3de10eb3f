"""Stands in for tensorflow/contrib/training/python/training/training.py: lists of gradients."""

import tensorflow as tf


def _like(gradient, changed):
    if isinstance(gradient, tf.IndexedSlices):
        return tf.IndexedSlices(changed(gradient.values), gradient.indices, gradient.dense_shape)
    return changed(gradient)


def multiply_gradients(grads_and_vars, gradient_multipliers):
    """Each gradient times the number of its variable, where it has one."""
    if not isinstance(grads_and_vars, list):
        raise ValueError("`grads_and_vars` must be a list.")
    if not gradient_multipliers:
        raise ValueError("`gradient_multipliers` is empty.")
    if not isinstance(gradient_multipliers, dict):
        raise ValueError("`gradient_multipliers` must be a dict.")
    pairs = []
    for gradient, variable in grads_and_vars:
        for key in (variable, variable.op.name):
            if key in gradient_multipliers:
                if gradient is None:
                    raise ValueError("Requested multiple of `None` gradient.")
                by = gradient_multipliers[key]
                gradient = _like(gradient, lambda values: values * by)
                break
        pairs.append((gradient, variable))
    return pairs


def _clipped(gradient, norm):
    if gradient is None:
        return None
    return _like(gradient, lambda values: tf.clip_by_norm(values, norm))


def clip_gradient_norms(gradients_to_variables, max_norm):
    """Each gradient clipped to the norm; those that are None stay."""
    return [
        (_clipped(gradient, max_norm), variable) for gradient, variable in gradients_to_variables
    ]


def clip_gradient_norms_fn(max_norm):
    """A function that clips as ``clip_gradient_norms`` does."""
    return lambda pairs: clip_gradient_norms(pairs, max_norm)


def add_gradients_summaries(grads_and_vars):
    """A histogram and a norm of each gradient that there is."""
    made = []
    for gradient, variable in grads_and_vars:
        if gradient is not None:
            made.append(tf.summary.histogram(variable.op.name + "_gradient", gradient))
            made.append(tf.summary.scalar(variable.op.name + "_gradient_norm", tf.norm(gradient)))
    return made
