"""The kinds of ``tf.layers``: parameters, weights in order of creation, static output shape.

Source: tensorflow/python/layers/{core,convolutional,pooling,normalization}.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.models.layer_arguments import Check, units, windows
from scopecheck.models.messages import shape_text
from scopecheck.models.refusal import traced_shape
from scopecheck.models.registry import Signature
from scopecheck.models.tensors import FLOATS, UNSEEN, Dim, Dims, DType, Tensor, Unseen
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import Error, Foreign, ListRef, Raised, Value
from scopecheck.trace import Refusal, ScopeState, TensorFlowError, VariableRequested
from scopecheck.trace.variables import format_shape

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Weight:
    """One variable of a layer."""

    name: str
    dims: tuple[Dim, ...]
    dtype: Value
    trainable: bool = True
    initializer: Value = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What one call of a layer makes: weights, the output's static shape and dtype."""

    weights: tuple[Weight, ...] = ()
    output: Dims = UNSEEN
    dtype: str | None = None
    input: Any = None


Planner = Callable[["Machine", dict[str, Value], Tensor, Value, Any], Plan]


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


def fail_input(m: Machine, by: str, refusal: Refusal, type_name: str, message: str) -> Raised:
    """A layer that refuses its input before it asks for a variable."""
    from scopecheck.models.refusal import state_of
    from scopecheck.models.world import scope_data

    scope: ScopeState = state_of(scope_data(m))
    event = VariableRequested(
        m.site(),
        m.path(),
        scope.name,
        "refused",
        by,
        scope,
        purpose="input",
        refusal=refusal,
        error=TensorFlowError(type_name, message),
    )
    m.emit(event)
    return Raised(Error(builtin_type(type_name), (message,), event))


def old(m: Machine) -> bool:
    """Whether TensorFlow 1.15 is modelled."""
    return bool(m.world.tensorflow == "1.15")


def size(m: Machine, value: Value) -> Dim:
    """A number of units or filters."""
    at = index_of(m, value)
    if isinstance(at, float) and math.isfinite(at):
        return int(at)
    return int(at) if isinstance(at, int) else UNSEEN


def sizes(m: Machine, value: Value, count: int) -> tuple[Dim, ...]:
    """A kernel size or strides: one number for all, or one for each."""
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef, Foreign)) else None
    if held is None and not isinstance(value, (tuple, ListRef)):
        return (size(m, value),) * count
    if held is None or held.open or len(held.items) != count:
        return (UNSEEN,) * count
    return tuple(size(m, one) for one in held.items)


def window(length: Dim, kernel: Dim, stride: Dim, padding: str | None, dilation: Dim = 1) -> Dim:
    """The length of a convolution's or pooling's output."""
    if length is None:
        return None
    if isinstance(length, Unseen) or padding is None:
        return UNSEEN
    if (
        not (isinstance(kernel, int) and isinstance(stride, int) and isinstance(dilation, int))
        or stride < 1
    ):
        return UNSEEN
    if padding == "same":
        return -(-length // stride)
    reach = (kernel - 1) * dilation + 1
    return max(0, -(-(length - reach + 1) // stride))


def transposed(length: Dim, kernel: Dim, stride: Dim, padding: str | None) -> Dim:
    """The length of a transposed convolution's output."""
    if length is None:
        return None
    if (
        not (isinstance(length, int) and isinstance(kernel, int) and isinstance(stride, int))
        or padding is None
    ):
        return UNSEEN
    return length * stride + (max(kernel - stride, 0) if padding == "valid" else 0)


def padding_of(m: Machine, value: Value) -> str | None:
    """``same`` or ``valid``; None where it can't be known."""
    value = needed(m, value)
    return value.lower() if isinstance(value, str) else None


def float_dtype(m: Machine, kind: str, tensor: Tensor, by: str) -> Value:
    """The dtype of a layer's weights: its input's, which must be floating."""
    if tensor.dtype is None:
        return m.unknown("a dtype", not_none=True)
    if tensor.dtype not in FLOATS and not tensor.dtype.startswith("complex"):
        shown = f"<dtype: '{tensor.dtype}'>"
        message = (
            f"Unable to build `{kind}` layer with non-floating point dtype {shown}"
            if old(m)
            else f"A {kind} layer can only be built with a floating-point dtype. Received: "
            f"dtype={shown}"
        )
        raise fail_input(m, by, Refusal.ARGUMENT, "TypeError", message)
    return DType(tensor.dtype)


NO_RANK = "its rank is undefined, but the layer requires a defined rank."


def incompatible(m: Machine, layer: Value, words: str, by: str) -> Raised:
    """The layer's input has the wrong rank or size."""
    name = layer if isinstance(layer, str) else "…"
    quoted = name if old(m) else f'"{name}"'
    message = f"Input 0 of layer {quoted} is incompatible with the layer: {words}"
    return fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)


def shown_dims(m: Machine, dims: Dims) -> str:
    """A shape in a layer's message: a list in 1.15, a tuple in 2.21."""
    if not isinstance(dims, tuple):
        return "<unknown>"
    traced = traced_shape(dims)
    return str(list(traced or ())) if old(m) else format_shape(traced)


def check_axis(m: Machine, tensor: Tensor, layer: Value, expected: Any, by: str) -> None:
    """A built layer called with another last dimension."""
    if expected is None or not isinstance(tensor.shape, tuple) or not tensor.shape:
        return
    last = tensor.shape[-1]
    if isinstance(last, int) and isinstance(expected, int) and last != expected:
        comma = "" if old(m) else ","
        raise incompatible(
            m,
            layer,
            f"expected axis -1 of input shape to have value {expected}{comma} but received input "
            "with "
            f"shape {shown_dims(m, tensor.shape)}",
            by,
        )


def dense(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Dense``: kernel [last dimension, units], bias [units]."""
    by = "tf.layers.dense"
    if isinstance(x.shape, tuple) and len(x.shape) < 2:
        colon = ": " if old(m) else ""
        full = shown_dims(m, x.shape) if old(m) else _dimensions(m, x.shape)
        found = f"found ndim={len(x.shape)}. Full shape received: {full}"
        raise incompatible(m, layer, f"{colon}expected min_ndim=2, {found}", by)
    check_axis(m, x, layer, built, by)
    dtype = float_dtype(m, "Dense", x, by)
    units = size(m, g["units"])
    if x.shape is None and old(m):
        raise incompatible(m, layer, NO_RANK, by)
    last: Dim = UNSEEN
    if isinstance(x.shape, tuple) and x.shape:
        last = x.shape[-1]
    elif x.shape is None:
        last = None
    if last is None:
        message = (
            "The last dimension of the inputs to `Dense` should be defined. Found `None`."
            if old(m)
            else "The last dimension of the inputs to a Dense layer should be defined. Found None. "
            f"Full input shape received: {shape_text(m, x.shape)}"
        )
        raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    weights = [Weight("kernel", (last, units), dtype, True, g.get("kernel_initializer"))]
    if g.get("use_bias") is not False:
        weights.append(Weight("bias", (units,), dtype, True, g.get("bias_initializer")))
    output: Dims = (*x.shape[:-1], units) if isinstance(x.shape, tuple) else UNSEEN
    return Plan(tuple(weights), output, x.dtype, last)


def conv(rank: int, transpose: bool = False) -> Planner:
    """``Conv1D`` to ``Conv3D`` and the transposed ones."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
        by = f"tf.layers.conv{rank}d" + ("_transpose" if transpose else "")
        first = g.get("data_format") == "channels_first"
        check_rank(m, x, layer, rank + 2, by, transpose)
        if not first:
            check_axis(m, x, layer, built, by)
        dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
        filters = size(m, g["filters"])
        kernel = sizes(m, g["kernel_size"], rank)
        strides = sizes(m, g.get("strides", 1), rank)
        dilation = sizes(m, g.get("dilation_rate", 1), rank)
        padding = padding_of(m, g.get("padding", "valid"))
        known = isinstance(x.shape, tuple) and len(x.shape) == rank + 2
        channels: Dim = (x.shape[1] if first else x.shape[-1]) if known else UNSEEN  # type: ignore[index]
        if channels is None:
            raise no_channels(m, x, by, -1 if not first else 1)
        pair = (filters, channels) if transpose else (channels, filters)
        weights = [Weight("kernel", (*kernel, *pair), dtype, True, g.get("kernel_initializer"))]
        if g.get("use_bias") is not False:
            weights.append(Weight("bias", (filters,), dtype, True, g.get("bias_initializer")))
        output: Dims = UNSEEN
        if known and isinstance(x.shape, tuple):
            space = x.shape[2:] if first else x.shape[1:-1]
            rows = zip(space, kernel, strides, dilation, strict=True)
            grown = tuple(
                transposed(n, k, s, padding) if transpose else window(n, k, s, padding, d)
                for n, k, s, d in rows
            )
            output = (x.shape[0], filters, *grown) if first else (x.shape[0], *grown, filters)
        return Plan(tuple(weights), output, x.dtype, None if first else channels)

    return plan


def no_channels(m: Machine, x: Tensor, by: str, axis: int) -> Raised:
    """A convolution whose input's channels TensorFlow doesn't know."""
    if old(m):
        message = "The channel dimension of the inputs should be defined. Found `None`."
    else:
        message = (
            "The channel dimension of the inputs should be defined. The input_shape received is "
            f"{shape_text(m, x.shape)}, where axis {axis} (0-based) is the channel dimension, "
            "which found to be `None`."
        )
    return fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)


def check_rank(m: Machine, x: Tensor, layer: Value, rank: int, by: str, exact: bool) -> None:
    """The rank a convolution or pooling takes."""
    if x.shape is None:
        raise incompatible(m, layer, NO_RANK, by)
    if isinstance(x.shape, tuple) and len(x.shape) != rank:
        if old(m):
            full = shown_dims(m, x.shape)
            words = f"expected ndim={rank}, found ndim={len(x.shape)}. Full shape received: {full}"
        else:
            label = "ndim" if exact else "min_ndim"
            full = _dimensions(m, x.shape)
            words = (
                f"expected {label}={rank}, found ndim={len(x.shape)}. Full shape received: {full}"
            )
        raise incompatible(m, layer, words, by)


def _dimensions(m: Machine, dims: tuple[Dim, ...]) -> str:
    """A tuple of dimensions as Python prints it: TensorFlow 1's are objects."""
    if m.world.tensorshape_v2:
        return format_shape(traced_shape(dims))
    comma = "," if len(dims) == 1 else ""
    return "(" + ", ".join(f"Dimension({size})" for size in traced_shape(dims) or ()) + comma + ")"


def separable(rank: int) -> Planner:
    """``SeparableConv1D`` and ``2D``."""
    plain = conv(rank)

    def plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
        base = plain(m, g, x, layer, built)
        dtype = base.weights[0].dtype
        *kernel, channels, filters = base.weights[0].dims
        multiplier = size(m, g.get("depth_multiplier", 1))
        inner: Dim = (
            channels * multiplier
            if isinstance(channels, int) and isinstance(multiplier, int)
            else UNSEEN
        )
        weights = (
            Weight("depthwise_kernel", (*kernel, channels, multiplier), dtype),
            Weight("pointwise_kernel", (*(1,) * rank, inner, filters), dtype),
            *base.weights[1:],
        )
        return Plan(weights, base.output, base.dtype, base.input)

    return plan


def _normalized(m: Machine, dims: Dims, given: Value) -> tuple[Dim, ...]:
    """The shape of what is kept for each channel: one size, or all but the other axes' sizes."""
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    chosen = [index_of(m, one) for one in (held.items if held else (given,))]
    if not isinstance(dims, tuple) or not all(
        isinstance(one, int) and -len(dims) <= one < len(dims) for one in chosen
    ):
        return (UNSEEN,)
    axes = [one % len(dims) for one in chosen]
    if len(axes) == 1:
        return (dims[axes[0]],)
    return tuple(size if at in axes else 1 for at, size in enumerate(dims))


def _check_axes(m: Machine, dims: Dims, given: Value) -> None:
    """Raises ValueError for an axis that the input doesn't have."""
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    chosen = [index_of(m, one) for one in (held.items if held else (given,))]
    if not isinstance(dims, tuple) or not all(isinstance(one, int) for one in chosen):
        return
    axes = tuple(one + len(dims) if one < 0 else one for one in chosen)
    wrong = next((one for one in axes if not 0 <= one < len(dims)), None)
    if wrong is None:
        return
    message = f"Invalid axis: {wrong}"
    if not old(m):
        message = (
            "Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank "
            f"(with inputs.rank={len(dims)}). Received: axis={axes}"
        )
    raise fail_input(m, "tf.layers.batch_normalization", Refusal.ARGUMENT, "ValueError", message)


def batch_normalization(
    m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any
) -> Plan:
    """``BatchNormalization``: gamma, beta, moving_mean, moving_variance, renorm's three."""
    _check_axes(m, x.shape, g.get("axis", -1))
    shape = _normalized(m, x.shape, g.get("axis", -1))
    dtype: Value = (
        DType("float32" if x.dtype in ("float16", "bfloat16") else x.dtype)
        if x.dtype
        else m.unknown("a dtype", not_none=True)
    )
    weights: list[Weight] = []
    if g.get("scale") is not False:
        weights.append(Weight("gamma", shape, dtype))
    if g.get("center") is not False:
        weights.append(Weight("beta", shape, dtype))
    weights += [Weight(name, shape, dtype, False) for name in ("moving_mean", "moving_variance")]
    if g.get("renorm") is True:
        weights += [
            Weight(name, shape, dtype, False)
            for name in ("moving_stddev", "renorm_mean", "renorm_stddev")
        ]
    return Plan(tuple(weights), x.shape, x.dtype, None)


def pooling(rank: int) -> Planner:
    """Max and average pooling."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
        pool = sizes(m, g["pool_size"], rank)
        strides = sizes(m, g["strides"], rank)
        padding = padding_of(m, g.get("padding", "valid"))
        if not isinstance(x.shape, tuple) or len(x.shape) != rank + 2:
            return Plan((), UNSEEN, x.dtype)
        first = g.get("data_format") == "channels_first"
        space = x.shape[2:] if first else x.shape[1:-1]
        shrunk = tuple(
            window(n, k, s, padding) for n, k, s in zip(space, pool, strides, strict=True)
        )
        output = (*x.shape[:2], *shrunk) if first else (x.shape[0], *shrunk, x.shape[-1])
        return Plan((), output, x.dtype)

    return plan


def dropout(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Dropout`` keeps the shape."""
    return Plan((), x.shape, x.dtype)


def flatten(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Flatten``: all but the first dimension multiplied."""
    if x.shape is None and old(m):
        raise incompatible(m, layer, NO_RANK, "tf.layers.flatten")
    if not isinstance(x.shape, tuple) or not x.shape:
        return Plan((), (None, None) if x.shape is None else UNSEEN, x.dtype)
    total: Dim = 1
    for d in x.shape[1:]:
        if total is UNSEEN or d is UNSEEN:
            total = UNSEEN
        elif total is None or d is None:
            total = None
        elif isinstance(total, int) and isinstance(d, int):
            total *= d
    return Plan((), (x.shape[0], total), x.dtype)


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
        Signature(_NORM + _NORM_END.format(reuse="") + ", dtype=None"),
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

__all__ = ["KINDS", "Kind", "Plan", "Weight"]
