"""Methods without variables of their own."""

import tensorflow as tf
from scopecheck_stand_in import is_object, reshaped, surely

from prettytensor._calls import Register, registered
from prettytensor._names import DIM_REST, DIM_SAME, Phase
from prettytensor._tensors import PrettyTensor

_OLD = tf.__version__.startswith("0.")


def _bare(value):
    return value.tensor if is_object(value, (PrettyTensor,)) else value


def _one_of_tensorflow(name, function, named=True):
    def method(layer, *args, **kwargs):
        return function(layer.tensor, *args, **kwargs)

    registered(method, name, named=named)


_REDUCED = "all any max mean min prod sum"
for _name in "relu relu6 softplus softsign".split():
    _one_of_tensorflow(_name, getattr(tf.nn, _name))
for _name in "sigmoid tanh sqrt square log abs to_float to_double to_int32 to_int64".split():
    _one_of_tensorflow(_name, getattr(tf, _name))
for _name in _REDUCED.split():
    _one_of_tensorflow("reduce_" + _name, getattr(tf, "reduce_" + _name))
for _name in "slice squeeze stop_gradient".split():
    _one_of_tensorflow(_name, getattr(tf, _name), named=False)
_one_of_tensorflow("softmax_activation", tf.nn.softmax, named=False)
_one_of_tensorflow("tensor_shape", tf.shape)


@Register
def leaky_relu(layer, name=None):
    """A hundredth of what is negative."""
    return tf.maximum(layer.tensor, 0.01 * layer.tensor, name=name)


@Register
def l1_normalize(layer, dim, epsilon=1e-12, name=None):
    """Divides by the sum of the sizes."""
    one = layer.tensor
    return tf.div(one, tf.reduce_sum(tf.abs(one), dim, keep_dims=True) + epsilon, name=name)


@Register
def l2_normalize(layer, dim, epsilon=1e-12, name=None):
    """Divides by the length."""
    return tf.nn.l2_normalize(layer.tensor, dim, epsilon, name=name)


@Register
def apply(layer, function, *args, **kwargs):
    """Any function of the tensor."""
    return function(layer.tensor, *args, **kwargs)


@Register
def apply_op(layer, function, other):
    """An operator."""
    return function(layer.tensor, _bare(other))


@Register
def getitem__(layer, key):
    """A part, or one of a sequence."""
    if layer.is_sequence():
        return layer.sequence[key]
    return layer.tensor[key]


@Register
def reshape(layer, shape_spec):
    """Other dimensions."""
    if surely(layer.get_shape().ndims is None):
        raise ValueError("as_list() is not defined on an unknown TensorShape.")
    return reshaped(layer.tensor, _bare(shape_spec))


@Register
def flatten(layer, preserve_batch=True):
    """One dimension, or two."""
    return layer.reshape([DIM_SAME, DIM_REST] if preserve_batch else [DIM_REST])


@Register(assign_defaults=("phase",))
def dropout(layer, keep_prob, phase=Phase.train, name=None):
    """Dropout while training."""
    return tf.nn.dropout(layer.tensor, keep_prob, name=name) if phase == Phase.train else layer


def _pooled(function):
    def method(layer, kernel, stride, edges="SAME", name=None):
        return function(layer.tensor, _four(kernel), _four(stride), edges, name=name)

    return method


def _four(given):
    if not isinstance(given, (tuple, list)):
        return [1, given, given, 1]
    return list(given) if len(given) == 4 else [1, given[0], given[-1], 1]


registered(_pooled(tf.nn.max_pool), "max_pool")
registered(_pooled(tf.nn.avg_pool), "average_pool")


def _concatenated(axis, values):
    return tf.concat(axis, values) if _OLD else tf.concat(values, axis)


@Register
def concat(layer, concat_dim, other_tensors=None):
    """One after the other."""
    if not other_tensors:
        raise ValueError("Other Tensors must be supplied.")
    return _concatenated(concat_dim, [layer.tensor, *[_bare(one) for one in other_tensors]])


@Register
def join(layer, others, include_self=True, join_function=None):
    """Puts tensors together, in the last dimension unless a function does it."""
    every = ([layer] if include_self else []) + list(others)
    if join_function is not None:
        return layer.with_tensor(join_function(every))
    return _concatenated(len(layer.shape) - 1, [_bare(one) for one in every])


@Register
def split(layer, split_dim=0, num_splits=2):
    """Parts of one size."""
    if _OLD:
        return tf.split(split_dim, num_splits, layer.tensor)
    return tf.split(layer.tensor, num_splits, split_dim)


@Register(assign_defaults=("unroll",))
def cleave_sequence(layer, unroll=None):
    """A sequence of so many steps."""
    if unroll is None:
        raise ValueError("You must set unroll either here or in the defaults.")
    size = layer.shape[0]
    if surely(size is not None) and size % unroll:
        words = "Must divide the split dimension evenly: %d mod %d != 0"
        raise ValueError(words % (size, unroll))
    return tf.split(0, unroll, layer.tensor) if _OLD else tf.split(layer.tensor, unroll, 0)


@Register
def squash_sequence(layer):
    """All steps in one tensor."""
    return _concatenated(0, list(layer.sequence))
