"""Losses, of which averages are kept, and what tells how good a classifier is."""

import collections

import tensorflow as tf
from scopecheck_stand_in import surely, unknown

from prettytensor._books import GraphKeys, bookkeeper_for_default_graph
from prettytensor._calls import Register, RegisterCompoundOp, registered
from prettytensor._names import Phase
from prettytensor._templates import Results
from prettytensor._tensors import Loss
from prettytensor.parameters import identity


class SoftmaxResult(Results, collections.namedtuple("SoftmaxResult", "softmax loss")):
    """The softmax, and the loss if there are labels."""


def _labels(layer, target):
    target = tf.convert_to_tensor(target)
    mine, theirs = layer.get_shape(), target.get_shape()
    if surely(not mine.is_compatible_with(theirs)):
        raise ValueError("target and input_ are not compatible: %s != %s" % (mine, theirs))
    return target


def _operation(size, numbered):
    """The operation that gives a mean: a division where the size is known."""
    if surely(size is None):
        return "Mean"
    return numbered if surely(size is not None) else unknown("prettytensor's name of a mean")


def _loss(difference, told=(), numbered="truediv"):
    """A loss; told: operations of which averages are kept before. numbered: its own."""

    def method(layer, target, name=None, loss_weight=None, per_example_weights=None):
        target, books = _labels(layer, target), bookkeeper_for_default_graph()
        for one in told:
            books.average_named(tf.zeros([]), one)
        each = difference(layer.tensor, target)
        if per_example_weights is not None:
            each = each * per_example_weights
        loss = tf.reduce_mean(each) * (1.0 if loss_weight is None else loss_weight)
        books.keep_loss(loss)
        books.average_named(loss, _operation(layer.shape[0], numbered))
        return Loss(loss, None, layer._place, layer.defaults)

    return method


def _summed(value):
    return tf.reduce_sum(value, list(range(1, value.get_shape().ndims)))


def _sigmoid(logits, labels):
    if tf.__version__.startswith("0."):
        return _summed(tf.nn.sigmoid_cross_entropy_with_logits(logits, labels))
    return _summed(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


def _softmax(logits, labels):
    return tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits)


registered(_loss(lambda one, two: _summed(tf.square(one - two))), "l2_regression")
registered(_loss(lambda one, two: _summed(tf.abs(one - two))), "l1_regression")
registered(_loss(_softmax, ["truediv"], "truediv_2"), "cross_entropy")
_sigmoids = _loss(_sigmoid, ["stats/truediv", "stats/truediv_1"])


@Register
def binary_cross_entropy_with_logits(
    layer, target, name=None, loss_weight=None, per_example_weights=None, per_output_weights=None
):
    """The cross entropy of sigmoids."""
    return _sigmoids(layer, target, name, loss_weight, per_example_weights)


@Register
def sparse_cross_entropy(layer, labels, name=None, loss_weight=None, per_example_weights=None):
    """The cross entropy of a softmax, where the labels are numbers."""

    def difference(logits, unused):
        return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)

    return _loss(difference)(layer, layer, name, loss_weight, per_example_weights)


@RegisterCompoundOp
def softmax(layer, labels=None, name=None, loss_weight=None, per_example_weights=None):
    """The softmax and its loss."""
    loss = None
    if labels is not None:
        loss = layer.cross_entropy(
            labels, name=name, loss_weight=loss_weight, per_example_weights=per_example_weights
        )
    return SoftmaxResult(layer.softmax_activation(), loss)


@RegisterCompoundOp(assign_defaults=("parameter_modifier",))
def softmax_classifier(
    layer,
    num_classes,
    labels=None,
    loss_weight=None,
    per_example_weights=None,
    weights=None,
    bias=tf.zeros_initializer,
    parameter_modifier=identity,
    name=None,
):
    """The same after a layer that has as many outputs as there are classes."""
    outputs = layer.fully_connected(
        num_classes,
        activation_fn=None,
        weights=weights,
        bias=bias,
        parameter_modifier=parameter_modifier,
        name=name,
    )
    return outputs.softmax(labels, name, loss_weight, per_example_weights)


def _counted(names, phase, made):
    """Variables that count, except while training."""
    if phase == Phase.train:
        return [tf.zeros([]) for one in names]
    kept = {"trainable": False, "collections": [GraphKeys.TEST_VARIABLES]}
    return [tf.assign_add(made(one, kept), 1.0) for one in names]


@Register(assign_defaults=("phase",))
def evaluate_classifier_fraction(
    layer, labels, per_example_weights=None, topk=1, name=None, phase=Phase.train
):
    """How many are right, and how many there are."""
    _labels(layer, labels)
    names = ["%s_%d" % (one, 1 if topk == 1 else 2) for one in ("count", "correct")]
    every, right = _counted(names, phase, lambda one, kept: tf.Variable(0.0, name=one, **kept))
    return [right, every]


@Register(assign_defaults=("phase",))
def evaluate_classifier(
    layer, labels, per_example_weights=None, topk=1, name=None, phase=Phase.train
):
    """Which part is right."""
    counts = layer.evaluate_classifier_fraction(labels, topk=topk, name=name, phase=phase)
    right, every = counts.sequence
    return right / every


@Register(assign_defaults=("phase",))
def evaluate_precision_recall(
    layer, labels, threshold=0.5, per_example_weights=None, name=None, phase=Phase.train
):
    """Precision and recall."""
    _labels(layer, labels)
    names = ["relevant_count", "retrieved_count", "selected_count"]
    initial = tf.zeros_initializer
    relevant, retrieved, selected = _counted(
        names, phase, lambda one, kept: tf.get_variable(one, [], tf.float32, initial, **kept)
    )
    return [selected / retrieved, selected / relevant]
