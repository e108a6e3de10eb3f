"""Stands in for tensorflow_estimator/python/estimator/export/export.py: what an export is fed."""

import tensorflow as tf


def _named(tensors, one, what):
    if tensors is None:
        raise ValueError("%ss must be defined." % what)
    return tensors if isinstance(tensors, dict) else {one: tensors}


class ServingInputReceiver(object):
    """``ServingInputReceiver``: what is fed, and the features made of it by their names."""

    def __init__(self, features, receiver_tensors, receiver_tensors_alternatives=None):
        self.features = _named(features, "feature", "feature")
        self.receiver_tensors = _named(receiver_tensors, "input", "receiver_tensor")
        self.receiver_tensors_alternatives = receiver_tensors_alternatives


class TensorServingInputReceiver(ServingInputReceiver):
    """``TensorServingInputReceiver``: its one feature goes to the model as it is."""

    def __init__(self, features, receiver_tensors, receiver_tensors_alternatives=None):
        ServingInputReceiver.__init__(
            self, features, receiver_tensors, receiver_tensors_alternatives
        )
        self.features = features


def build_parsing_serving_input_receiver_fn(feature_spec, default_batch_size=None):
    """The function that parses examples."""

    def serving_input_receiver_fn():
        examples = tf.placeholder(tf.string, [default_batch_size], name="input_example_tensor")
        features = tf.parse_example(examples, feature_spec)
        return ServingInputReceiver(features, {"examples": examples})

    return serving_input_receiver_fn


def build_raw_serving_input_receiver_fn(features, default_batch_size=None):
    """The function that makes a placeholder like each feature."""

    def serving_input_receiver_fn():
        made = {}
        for name, tensor in features.items():
            shape = tf.TensorShape([default_batch_size]).concatenate(tensor.get_shape()[1:])
            made[name] = tf.placeholder(tensor.dtype, shape, name=tensor.op.name)
        return ServingInputReceiver(made, made)

    return serving_input_receiver_fn
