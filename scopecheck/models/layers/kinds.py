"""The kinds of ``tf.layers``: parameters, weights in order of creation, static output shape.

Source: tensorflow/python/layers/{core,convolutional,pooling,normalization}.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scopecheck.models.layers.arguments import Check, rate, units, windows
from scopecheck.models.layers.plans import (
    Planner,
    batch_normalization,
    conv,
    dense,
    dropout,
    flatten,
    pooling,
    separable,
)
from scopecheck.models.registry import Signature


@dataclass(frozen=True, slots=True)
class Kind:
    """A layer class and its functional form."""

    class_name: str
    base_name: str
    function: str
    op: str
    functional: Signature
    constructor: Signature
    plan: Planner = field(repr=False)
    check: Check | None = field(default=None, repr=False)


_TAIL = (
    "activation=None, use_bias=True, kernel_initializer=None, bias_initializer=None, "
    "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, "
    "kernel_constraint=None, bias_constraint=None, trainable=True, name=None"
)
_CONV = (
    "filters, kernel_size, strides=1, padding=valid, data_format=channels_last, dilation_rate=1, "
)
_TRANSPOSE = "filters, kernel_size, strides=1, padding=valid, data_format=channels_last, "
_SEPARABLE = (
    "filters, kernel_size, strides=1, padding=valid, data_format=channels_last, dilation_rate=1, "
    "depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer=None, "
    "pointwise_initializer=None, bias_initializer=None, depthwise_regularizer=None, "
    "pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, "
    "depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, "
    "name=None"
)
_NORM = (
    "axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True, beta_initializer=None, "
    "gamma_initializer=None, moving_mean_initializer=None, moving_variance_initializer=None, "
    "beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, "
)
_NORM_END = (
    "trainable=True, name=None, {reuse}renorm=False, renorm_clipping=None, renorm_momentum=0.99, "
    "fused=None, virtual_batch_size=None, adjustment=None"
)
_POOL = "pool_size, strides, padding=valid, data_format=channels_last, name=None"


def _kind(
    class_name: str,
    function: str,
    op: str,
    arguments: str,
    plan: Planner,
    reuse: bool = True,
    check: Check | None = None,
) -> Kind:
    base = function.rsplit(".", 1)[-1]
    tail = ", reuse=None" if reuse else ""
    return Kind(
        class_name,
        base,
        function,
        op,
        Signature(f"inputs, {arguments}{tail}"),
        Signature(f"{arguments}, dtype=None, _scope=None, _reuse=None"),
        plan,
        check,
    )


def _normalization() -> Kind:
    return Kind(
        "BatchNormalization",
        "batch_normalization",
        "tf.layers.batch_normalization",
        "FusedBatchNorm",
        Signature("inputs, " + _NORM + "training=False, " + _NORM_END.format(reuse="reuse=None, ")),
        Signature(
            _NORM + "renorm=False, renorm_clipping=None, renorm_momentum=0.99, fused=None, "
            "trainable=True, virtual_batch_size=None, adjustment=None, name=None, dtype=None"
        ),
        batch_normalization,
    )


KINDS: tuple[Kind, ...] = (
    _kind("Dense", "tf.layers.dense", "MatMul", "units, " + _TAIL, dense, check=units),
    _kind("Conv1D", "tf.layers.conv1d", "Conv2D", _CONV + _TAIL, conv(1), check=windows(1)),
    _kind("Conv2D", "tf.layers.conv2d", "Conv2D", _CONV + _TAIL, conv(2), check=windows(2)),
    _kind("Conv3D", "tf.layers.conv3d", "Conv3D", _CONV + _TAIL, conv(3), check=windows(3)),
    _kind(
        "Conv2DTranspose",
        "tf.layers.conv2d_transpose",
        "Conv2DBackpropInput",
        _TRANSPOSE + _TAIL,
        conv(2, True),
        check=windows(2),
    ),
    _kind(
        "Conv3DTranspose",
        "tf.layers.conv3d_transpose",
        "Conv3DBackpropInput",
        _TRANSPOSE + _TAIL,
        conv(3, True),
        check=windows(3),
    ),
    _kind(
        "SeparableConv1D",
        "tf.layers.separable_conv1d",
        "Conv2D",
        _SEPARABLE,
        separable(1),
        check=windows(1),
    ),
    _kind(
        "SeparableConv2D",
        "tf.layers.separable_conv2d",
        "Conv2D",
        _SEPARABLE,
        separable(2),
        check=windows(2),
    ),
    _normalization(),
    _kind(
        "MaxPooling1D",
        "tf.layers.max_pooling1d",
        "MaxPool",
        _POOL,
        pooling(1),
        False,
        windows(1, "pool_size"),
    ),
    _kind(
        "MaxPooling2D",
        "tf.layers.max_pooling2d",
        "MaxPool",
        _POOL,
        pooling(2),
        False,
        windows(2, "pool_size"),
    ),
    _kind(
        "MaxPooling3D",
        "tf.layers.max_pooling3d",
        "MaxPool3D",
        _POOL,
        pooling(3),
        False,
        windows(3, "pool_size"),
    ),
    _kind(
        "AveragePooling1D",
        "tf.layers.average_pooling1d",
        "AvgPool",
        _POOL,
        pooling(1),
        False,
        windows(1, "pool_size"),
    ),
    _kind(
        "AveragePooling2D",
        "tf.layers.average_pooling2d",
        "AvgPool",
        _POOL,
        pooling(2),
        False,
        windows(2, "pool_size"),
    ),
    _kind(
        "AveragePooling3D",
        "tf.layers.average_pooling3d",
        "AvgPool3D",
        _POOL,
        pooling(3),
        False,
        windows(3, "pool_size"),
    ),
    _kind(
        "Dropout",
        "tf.layers.dropout",
        "Dropout",
        "rate=0.5, noise_shape=None, seed=None, training=False, name=None",
        dropout,
        False,
        rate,
    ),
    _kind(
        "Flatten",
        "tf.layers.flatten",
        "Reshape",
        "name=None, data_format=channels_last",
        flatten,
        False,
    ),
)
