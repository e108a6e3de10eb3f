"""What one call of a layer of ``tf.layers`` makes: weights in order of creation, output shape.

Source: tensorflow/python/layers/{core,convolutional,pooling,normalization}.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.layers.refusals import (
    NO_RANK,
    check_axis,
    check_rank,
    dimensions_text,
    fail_input,
    float_dtype,
    incompatible,
    no_channels,
    old,
    shown_dims,
    too_small,
)
from scopecheck.models.layers.sizes import padding_of, size, sizes, transposed, window
from scopecheck.models.messages import shape_text
from scopecheck.models.numpy.numbers import plain
from scopecheck.models.ops.operands import without_room
from scopecheck.models.refusal import traced_shape
from scopecheck.models.switches import holds, is_given
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import ListRef, Value
from scopecheck.trace import Refusal

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
    """What one call of a layer makes: weights, the output's static shape and dtype.

    states: the shapes of a recurrent layer's states. fault: what its operation is refused with
    once the weights are there; unbuilt: what its building is refused with, before them.
    """

    weights: tuple[Weight, ...] = ()
    output: Dims = UNSEEN
    dtype: str | None = None
    input: Any = None
    states: tuple[Dims, ...] = ()
    fault: str | None = None
    unbuilt: str | None = None


Planner = Callable[["Machine", dict[str, Value], Tensor, Value, Any], Plan]


def dense(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Dense``: kernel [last dimension, units], bias [units]."""
    by = "tf.layers.dense"
    if isinstance(x.shape, tuple) and len(x.shape) < 2:
        colon = ": " if old(m) else ""
        full = shown_dims(m, x.shape) if old(m) else dimensions_text(m, x.shape)
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
    if holds(m, g.get("use_bias", True)):
        weights.append(Weight("bias", (units,), dtype, True, g.get("bias_initializer")))
    output: Dims = (*x.shape[:-1], units) if isinstance(x.shape, tuple) else UNSEEN
    return Plan(tuple(weights), output, x.dtype, last)


def conv(rank: int, transpose: bool = False) -> Planner:
    """``Conv1D`` to ``Conv3D`` and the transposed ones."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
        by = f"tf.layers.conv{rank}d" + ("_transpose" if transpose else "")
        first = channels_first(m, g.get("data_format"))
        check_rank(m, x, layer, rank + 2, by, transpose)
        if first is False:
            check_axis(m, x, layer, built, by)
        dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
        filters = size(m, g["filters"])
        kernel = sizes(m, g["kernel_size"], rank)
        strides = sizes(m, g.get("strides", 1), rank)
        dilation = sizes(m, g.get("dilation_rate", 1), rank)
        padding = padding_of(m, g.get("padding", "valid"))
        known = isinstance(x.shape, tuple) and len(x.shape) == rank + 2
        channels = channels_of(x.shape, first) if known else UNSEEN
        if channels is None:
            kind = f"Conv{rank}DTranspose" if transpose else None
            raise no_channels(m, x, by, rank if first else 0, kind)
        pair = (filters, channels) if transpose else (channels, filters)
        weights = [Weight("kernel", (*kernel, *pair), dtype, True, g.get("kernel_initializer"))]
        if holds(m, g.get("use_bias", True)):
            weights.append(Weight("bias", (filters,), dtype, True, g.get("bias_initializer")))
        output: Dims = UNSEEN
        fault: str | None = None
        unbuilt: str | None = None
        if known and isinstance(x.shape, tuple) and first is None:
            output = (x.shape[0], *(UNSEEN,) * (rank + 1))
        elif known and isinstance(x.shape, tuple):
            space = x.shape[2:] if first else x.shape[1:-1]
            rows = zip(space, kernel, strides, dilation, strict=True)
            grown = tuple(
                transposed(n, k, s, padding) if transpose else window(n, k, s, padding, d)
                for n, k, s, d in rows
            )
            output = (x.shape[0], filters, *grown) if first else (x.shape[0], *grown, filters)
            if padding == "valid" and not transpose:
                fault = without_room(space, kernel, dilation)
                lengths = zip(space, kernel, strides, dilation, strict=True)
                unbuilt = None if old(m) else _negative(x.shape, lengths)
        if old(m) and not transpose and _above_one(strides) and _above_one(dilation):
            fault = "strides > 1 not supported in conjunction with dilation_rate > 1"
        read = channels if first is False else None
        return Plan(tuple(weights), output, x.dtype, read, (), fault, unbuilt)

    return plan


def _above_one(sizes: tuple[Dim, ...]) -> bool:
    return any(isinstance(one, int) and one > 1 for one in sizes)


def _negative(dims: tuple[Dim, ...], rows: Iterable[tuple[Dim, ...]]) -> str | None:
    """What Keras says before it builds, if a length of the output would be less than zero."""
    for row in rows:
        length, kernel, stride, dilation = (one if isinstance(one, int) else None for one in row)
        if length is None or kernel is None or stride is None or dilation is None:
            continue
        if length - (kernel - 1) * dilation - 1 + stride < 0:
            return too_small(str(list(traced_shape(dims) or ())))
    return None


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
        return Plan(weights, base.output, base.dtype, base.input, (), base.fault)

    return plan


def _axes(m: Machine, given: Value) -> list[Value]:
    """The axes given: one, or a list."""
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    return [index_of(m, one) for one in (held.items if held else (given,))]


def _normalized(m: Machine, dims: Dims, g: dict[str, Value]) -> tuple[Dim, ...]:
    """The shape of what is kept for each channel: one size, or all but the other axes' sizes.

    Virtual batches add an axis after the first.
    """
    chosen = _axes(m, g.get("axis", -1))
    virtual = is_given(m, g.get("virtual_batch_size"))
    if not isinstance(dims, tuple) or not all(
        isinstance(one, int) and -len(dims) <= one < len(dims) for one in chosen
    ):
        return (UNSEEN,)
    axes = [one % len(dims) for one in chosen]
    if len(axes) == 1 and not virtual:
        return (dims[axes[0]],)
    kept = [size if at in axes else 1 for at, size in enumerate(dims)]
    return (kept[0], 1, *kept[1:]) if virtual else tuple(kept)


def _check_axes(m: Machine, dims: Dims, g: dict[str, Value]) -> None:
    """Raises ValueError for an axis that the input doesn't have, or that is there twice."""
    chosen = _axes(m, g.get("axis", -1))
    if not isinstance(dims, tuple) or not all(isinstance(one, int) for one in chosen):
        return
    axes = tuple(one + len(dims) if one < 0 else one for one in chosen)
    wrong = next((one for one in axes if not 0 <= one < len(dims)), None)
    message: str | None = f"Invalid axis: {wrong}"
    if wrong is None:
        message = _other_fault(m, axes, needed(m, g.get("virtual_batch_size")))
    elif not old(m):
        message = (
            "Invalid value for `axis` argument. Expected 0 <= axis < inputs.rank "
            f"(with inputs.rank={len(dims)}). Received: axis={axes}"
        )
    if message is None:
        return
    raise fail_input(m, "tf.layers.batch_normalization", Refusal.ARGUMENT, "ValueError", message)


def _other_fault(m: Machine, axes: tuple[int, ...], virtual: Value) -> str | None:
    """What is wrong with axes that are there, and with the size of virtual batches."""
    shown = list(axes) if old(m) else axes
    if len(set(axes)) < len(axes):
        return f"Duplicate axis: {shown}"
    if isinstance(virtual, int) and virtual <= 0:
        if old(m):
            return (
                "virtual_batch_size must be a positive integer that divides the true batch size "
                "of the input Tensor"
            )
        return (
            "`virtual_batch_size` must be a positive integer that divides the true batch size of "
            f"the input tensor. Received: virtual_batch_size={virtual}"
        )
    if isinstance(virtual, int) and 0 in axes:
        quote = "" if old(m) else "`"
        tail = "" if old(m) else f". Received axis={list(axes)}"
        return (
            f"When using {quote}virtual_batch_size{quote}, the batch dimension must be 0 and thus "
            f"axis cannot include 0{tail}"
        )
    return None


def batch_normalization(
    m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any
) -> Plan:
    """``BatchNormalization``: gamma, beta, moving_mean, moving_variance, renorm's three."""
    if x.shape in (None, ()) and old(m):
        shown_shape = "None" if x.shape is None else "[]"
        message = f"('Input has undefined rank:', TensorShape({shown_shape}))"
        by = "tf.layers.batch_normalization"
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
    _check_axes(m, x.shape, g)
    shape = _normalized(m, x.shape, g)
    dtype: Value = (
        DType("float32" if x.dtype in ("float16", "bfloat16") else x.dtype)
        if x.dtype
        else m.unknown("a dtype", not_none=True)
    )
    weights: list[Weight] = []
    if holds(m, g.get("scale", True)):
        weights.append(Weight("gamma", shape, dtype))
    if holds(m, g.get("center", True)):
        weights.append(Weight("beta", shape, dtype))
    weights += [Weight(name, shape, dtype, False) for name in ("moving_mean", "moving_variance")]
    if holds(m, g.get("renorm")):
        weights += [
            Weight(name, shape, dtype, False)
            for name in ("moving_stddev", "renorm_mean", "renorm_stddev")
        ]
    return Plan(tuple(weights), x.shape, x.dtype, None)


def is_fused(m: Machine, g: dict[str, Value], x: Tensor) -> bool:
    """Whether ``BatchNormalization`` is one operation, as far as this is known."""
    ranks = (4,) if old(m) else (4, 5)
    if not isinstance(x.shape, tuple) or len(x.shape) not in ranks:
        return False
    apart = ("renorm", "virtual_batch_size", "adjustment")
    plain = all(needed(m, g.get(name)) in (None, False) for name in apart)
    axis = needed(m, g.get("axis", -1))
    return plain and axis in (1, 3, -1, -3) and needed(m, g.get("fused")) in (None, True)


def pooling(rank: int) -> Planner:
    """Max and average pooling."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
        pool = sizes(m, g["pool_size"], rank)
        strides = sizes(m, g["strides"], rank)
        padding = padding_of(m, g.get("padding", "valid"))
        check_rank(m, x, layer, rank + 2, f"tf.layers.pooling{rank}d", True)
        if not isinstance(x.shape, tuple):
            return Plan((), UNSEEN, x.dtype)
        first = channels_first(m, g.get("data_format"))
        if first is None:
            return Plan((), (x.shape[0], *(UNSEEN,) * (rank + 1)), x.dtype)
        space = x.shape[2:] if first else x.shape[1:-1]
        shrunk = tuple(
            window(n, k, s, padding) for n, k, s in zip(space, pool, strides, strict=True)
        )
        output = (*x.shape[:2], *shrunk) if first else (x.shape[0], *shrunk, x.shape[-1])
        fault = without_room(space, pool, (1,) * rank) if padding == "valid" else None
        return Plan((), output, x.dtype, fault=fault)

    return plan


def dropout(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Dropout`` keeps the shape; while it trains it refuses to drop everything."""
    rate, fault = plain(needed(m, g.get("rate", 0.5))), None
    if needed(m, g.get("training")) is True and isinstance(rate, (int, float)):
        fault = None if 0 <= rate < 1 else "…"
    return Plan((), x.shape, x.dtype, fault=fault)


def flatten(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``Flatten``: all but the first dimension multiplied."""
    if x.shape is None and old(m):
        raise incompatible(m, layer, NO_RANK, "tf.layers.flatten")
    if x.shape == ():
        full = shown_dims(m, x.shape) if old(m) else dimensions_text(m, x.shape)
        colon = ": " if old(m) else ""
        words = f"{colon}expected min_ndim=1, found ndim=0. Full shape received: {full}"
        raise incompatible(m, layer, words, "tf.layers.flatten")
    if not isinstance(x.shape, tuple):
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
