"""Layers with variables, and the initializers that they have if none is given."""

import collections

import tensorflow as tf
from scopecheck_stand_in import surely

from prettytensor import _books
from prettytensor._calls import Register, VarStoreMethod, registered, wrap
from prettytensor._names import Phase
from prettytensor.parameters import identity

BatchNormalizationArguments = collections.namedtuple(
    "BatchNormalizationArguments",
    "learned_moments_update_rate variance_epsilon scale_after_normalization",
    defaults=(None, None, None),
)
_ZEROS = tf.zeros_initializer
_CHANGED = ("parameter_modifier", "phase")
_SHARED = ("activation_fn", "l2loss", *_CHANGED)


def xavier_init(n_inputs, n_outputs, uniform=True):
    """``layers.xavier_init``."""
    return tf.random_uniform_initializer(-1.0, 1.0)


def _not_of_rank(sizes, rank):
    return surely(sizes.ndims is None) or surely(sizes.ndims != rank)


def _activated(value, activation):
    if activation is None:
        return value
    if surely(isinstance(activation, (tuple, list))):
        return activation[0](value, *activation[1:])
    return activation(value)


class _Weighted(VarStoreMethod):
    """What layers with weights have in common: what is done to all variables, and after them."""

    def begin(self, layer, l2loss=None, activation_fn=None, phase=None, parameter_modifier=None):
        self.layer = layer
        self.l2loss = l2loss
        self.activation = activation_fn
        self.phase = phase
        self.modifier = parameter_modifier

    def parameter(self, name, shape, given):
        given = xavier_init(1, 1) if given is None else given
        return self.modifier(name, self.variable(name, shape, given, self.layer.dtype), self.phase)

    def end(self, value):
        if self.l2loss:
            decay = tf.nn.l2_loss(self.vars["weights"]) * self.l2loss
            self.layer.bookkeeper.keep_loss(decay, regularization=True)
        return self.layer.with_tensor(_activated(value, self.activation), self.vars)


class _Dense(_Weighted):
    def __call__(
        self,
        input_layer,
        size,
        activation_fn=None,
        l2loss=None,
        weights=None,
        bias=_ZEROS,
        transpose_weights=False,
        phase=Phase.train,
        parameter_modifier=identity,
        name=None,
    ):
        sizes = input_layer.get_shape()
        if _not_of_rank(sizes, 2):
            words = "fully_connected requires a rank 2 Tensor with known second dimension: %s"
            raise ValueError(words % (sizes,))
        depth = sizes[1].value
        if surely(depth is None):
            raise ValueError("Number of input nodes must be known.")
        self.begin(input_layer, l2loss, activation_fn, phase, parameter_modifier)
        shape = [size, depth] if transpose_weights else [depth, size]
        matrix = self.parameter("weights", shape, weights)
        result = tf.matmul(input_layer.tensor, matrix, transpose_b=transpose_weights)
        if bias is not None:
            result += self.parameter("bias", [size], bias)
        return self.end(result)


def _pair(given):
    """A kernel's or a stride's height and width."""
    if not isinstance(given, (tuple, list)):
        return [given, given]
    assert len(given) in (1, 2, 4)
    return [given[1], given[2]] if len(given) == 4 else [given[0], given[-1]]


class _Convolution(_Weighted):
    """A convolution: of all channels together, or of each."""

    def __call__(
        self,
        input_layer,
        kernel,
        depth,
        activation_fn=None,
        stride=None,
        l2loss=None,
        weights=None,
        bias=_ZEROS,
        edges="SAME",
        batch_normalize=False,
        phase=Phase.train,
        parameter_modifier=identity,
        name=None,
    ):
        sizes = input_layer.get_shape()
        if _not_of_rank(sizes, 4):
            words = "%s requires a rank 4 Tensor with a known depth %s"
            raise ValueError(words % (self.kind, sizes))
        if surely(sizes[3].value is None):
            raise ValueError("Input depth must be known")
        assert not isinstance(kernel, (tuple, list)) or len(kernel) < 3
        self.begin(input_layer, l2loss, activation_fn, phase, parameter_modifier)
        filters = self.parameter("weights", [*_pair(kernel), sizes[3].value, depth], weights)
        strides = [1, *_pair(1 if stride is None else stride), 1]
        result = self.operation(input_layer.tensor, filters, strides, edges)
        if bias is not None:
            count = depth * sizes[3].value if self.each else depth
            result += self.parameter("bias", [count], bias)
        if batch_normalize:
            given = {} if batch_normalize is True else batch_normalize._asdict()
            given = {key: one for key, one in given.items() if one is not None}
            result = wrap(result).batch_normalize(phase=phase, **given)
        return self.end(result)


class _Conv2d(_Convolution):
    kind = "conv2d"
    each = False

    def operation(self, *args):
        return tf.nn.conv2d(*args)


class _Depthwise(_Convolution):
    kind = "depthwise_conv2d"
    each = True

    def __call__(self, input_layer, kernel, channel_multiplier, *args, **kwargs):
        return super(_Depthwise, self).__call__(
            input_layer, kernel, channel_multiplier, *args, **kwargs
        )

    def operation(self, *args):
        return tf.nn.depthwise_conv2d(*args)


fully_connected = registered(_Dense, "fully_connected", _SHARED)
conv2d = registered(_Conv2d, "conv2d", (*_SHARED, "batch_normalize"), named=True)
depthwise_conv2d = registered(
    _Depthwise, "depthwise_conv2d", (*_SHARED, "batch_normalize"), named=True
)


@Register(assign_defaults=("l2loss", *_CHANGED))
class diagonal_matrix_mul(_Weighted):
    """A weight for each of the last dimension."""

    def __call__(
        self, layer, weights=None, l2loss=None, phase=Phase.train, parameter_modifier=identity
    ):
        self.begin(layer, l2loss, None, phase, parameter_modifier)
        return self.end(layer.tensor * self.parameter("weights", [layer.shape[-1]], weights))


@Register(assign_defaults=_CHANGED)
class embedding_lookup(VarStoreMethod):
    """Rows of a table."""

    def __call__(
        self,
        layer,
        embedding_count,
        embedding_shape,
        weights=None,
        phase=Phase.train,
        parameter_modifier=identity,
        name=None,
    ):
        if _not_of_rank(layer.get_shape(), 2):
            raise ValueError("Requires a rank 2 Tensor: %s" % layer.shape)
        if surely(layer.shape[1] != 1):
            raise ValueError("Last dim of shape must be 1: %s" % layer.shape)
        if not isinstance(embedding_shape, (tuple, list)):
            raise ValueError("Embedding shape must be a tuple or list.")
        given = xavier_init(1, 1) if weights is None else weights
        table = self.variable("params", [embedding_count, *embedding_shape], given)
        rows = tf.gather(parameter_modifier("params", table, phase), tf.reshape(layer.tensor, [-1]))
        return layer.with_tensor(rows, self.vars)


@Register(assign_defaults=(*BatchNormalizationArguments._fields, "phase"))
class batch_normalize(VarStoreMethod):
    """Normalizes the last dimension; averages are kept for other phases than training."""

    def __call__(
        self,
        layer,
        name=None,
        learned_moments_update_rate=0.0003,
        variance_epsilon=0.001,
        scale_after_normalization=False,
        phase=Phase.train,
    ):
        sizes, value = layer.shape, layer.tensor
        width, zero, one = [sizes[-1]], _ZEROS, tf.constant_initializer(1.0)
        beta = self.variable("beta", width, zero)
        gamma = self.variable("gamma", width, one) if scale_after_normalization else None
        mean = kept = self.variable("moving_mean", width, zero, train=False)
        variance = spread = self.variable("moving_variance", width, one, train=False)
        if phase == Phase.train:
            mean, variance = tf.nn.moments(value, list(range(len(sizes) - 1)))
            books = _books.bookkeeper_for_default_graph()
            books.moved(kept, mean, learned_moments_update_rate)
            books.moved(spread, variance, learned_moments_update_rate)
        every = (value, mean, variance, beta, gamma, variance_epsilon)
        return layer.with_tensor(tf.nn.batch_normalization(*every))
