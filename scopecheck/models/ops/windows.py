"""Convolutions and pooling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import constant_value_as_dims
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_of,
    shape_of,
    sized_inputs,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.dtypes_refused import check_types
from scopecheck.models.ops.operands import (
    check_depth,
    check_rank,
    check_sizes,
    check_windows,
    tells,
)
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

FORMATS = {
    1: ("NWC", "NCW"),
    2: ("NHWC", "NCHW"),
    3: ("NDHWC", "NCDHW"),
}


def channels_first(g: Given, rank: int) -> bool | None:
    """Whether the channels stand right after the batch; None where that isn't known."""
    given = g.text("data_format", default=FORMATS[rank][0])
    if given is None:
        return None
    return given.startswith("NC")


def window(
    m: Machine, g: Given, value: Value, rank: int, sides: Dims, steps: Dims, out: Dim
) -> Dims:
    """The shape after windows of the given sides and steps; ``out`` is the last size."""
    first = channels_first(g, rank)
    dims = shape_of(m, value)
    if first is None or (isinstance(dims, tuple) and len(dims) != rank + 2):
        return UNSEEN
    full = shapes.spread(dims, rank + 2)
    padding = g.text("padding")
    padding = padding.upper() if padding is not None else None
    space = full[2:] if first else full[1:-1]
    strides = _per_side(steps, rank, first)
    dilations = _per_side(_dilations(m, g), rank, first)
    windows = shapes.spread(sides, rank) if isinstance(sides, tuple) else (sides,) * rank
    sizes = tuple(
        shapes.conv_out(size, side, step, padding, dilation)
        for size, side, step, dilation in zip(space, windows, strides, dilations, strict=True)
    )
    return (full[0], out, *sizes) if first else (full[0], *sizes, out)


def _dilations(m: Machine, g: Given) -> Dims:
    given = g("dilations", "rate", "dilation_rate")
    return (1,) if given is None else constant_value_as_dims(m, given)


def _per_side(given: Dims, rank: int, first: bool) -> tuple[Dim, ...]:
    if isinstance(given, tuple):
        if len(given) == 1:
            return given * rank
        if len(given) == rank:
            return given
        if len(given) == rank + 2:
            return given[2:] if first else given[1:-1]
    return (UNSEEN,) * rank


def check_window(
    m: Machine,
    g: Given,
    op: str,
    value: Value,
    sides: tuple[Dim, ...],
    kernel: Dims = None,
    folded: bool = False,
) -> None:
    """Refuses channels that a kernel does not take, and windows that are larger than the input."""
    rank, first = len(sides), channels_first(g, len(sides))
    dims, padding = shape_of(m, value), g.text("padding")
    if not isinstance(dims, tuple) or len(dims) != rank + 2 or first is None:
        return
    if isinstance(kernel, tuple):
        check_depth(m, op, dims[1] if first else dims[-1], kernel)
    if padding is not None and padding.upper() == "VALID":
        dilations = _per_side(_dilations(m, g), rank, first)
        check_windows(m, op, dims[2:] if first else dims[1:-1], sides, dilations, folded)


def _check_rank(m: Machine, op: str, dims: Dims, rank: int) -> None:
    """The rank of a convolution's input; TensorFlow 2 takes more dimensions before the last."""
    many = isinstance(dims, tuple) and len(dims) > rank + 2 and rank < 3
    if many and m.world.tensorflow != "1.15":
        return
    check_rank(m, op, dims, max(rank, 2) + 2, rank == 1)


def _check_padding(m: Machine, op: str, g: Given) -> None:
    """The word for a padding is written in capitals."""
    padding = g.text("padding")
    if padding is None or padding in ("SAME", "VALID", "EXPLICIT") or not tells(m):
        return
    message = f"Attr 'padding' of '{op}' Op passed string '{padding}' not in: …"
    if not m.world.before_one:
        raise refuse_argument(m, op, "ValueError", message)


def _conv(rank: int, op: str, names: str) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        value, kernel = g("input", "value"), g("filter", "filters")
        check_types(m, op, value, kernel, ("input", "filter"))
        _check_padding(m, op, g)
        _check_rank(m, op, shape_of(m, value), rank)
        check_rank(m, op, shape_of(m, kernel), max(rank, 2) + 2, rank == 1)
        sides = shapes.spread(shape_of(m, kernel), rank + 2)
        steps = g("strides", "stride")
        dims: Dims = UNSEEN
        if len(sides) == rank + 2:
            strides = (1,) if steps is None else constant_value_as_dims(m, steps)
            check_window(m, g, op, value, sides[:rank], sides)
            dims = window(m, g, value, rank, sides[:rank], strides, sides[-1])
        inputs = tensor_inputs(m, value, kernel)
        made = operation(
            m, op, inputs, dims, dtype_of(m, value), g.name("conv1d" if rank == 1 else op)
        )
        return composed(made) if rank == 1 else made

    return model


@takes("input filter strides padding rate name data_format")
def _depthwise(m: Machine, g: Given) -> Value:
    made = _depthwise_named(m, g, "depthwise")
    return made if g("rate", "dilations") is None else composed(made)


@takes("input filter strides padding data_format dilations name")
def _depthwise_native(m: Machine, g: Given) -> Value:
    return _depthwise_named(m, g, "DepthwiseConv2dNative")


def _depthwise_named(m: Machine, g: Given, default: str) -> Tensor:
    value, kernel = g("input"), g("filter")
    sides = shapes.spread(shape_of(m, kernel), 4)
    dims: Dims = UNSEEN
    check_rank(m, "DepthwiseConv2dNative", shape_of(m, value), 4)
    if len(sides) == 4:
        steps = constant_value_as_dims(m, g("strides"))
        given = shape_of(m, value)
        if isinstance(given, tuple) and channels_first(g, 2) is False:
            check_sizes(m, "DepthwiseConv2dNative", given[3], sides[2])
        out = shapes.multiply(sides[2:])
        check_window(m, g, "DepthwiseConv2dNative", value, sides[:2], folded=True)
        dims = window(m, g, value, 2, sides[:2], steps, out)
    inputs = tensor_inputs(m, value, kernel)
    op = "DepthwiseConv2dNative"
    return operation(m, op, inputs, dims, dtype_of(m, value), g.name(default))


@takes("input depthwise_filter pointwise_filter strides padding rate name data_format")
def _separable(m: Machine, g: Given) -> Value:
    value, depth, point = g("input"), g("depthwise_filter"), g("pointwise_filter")
    sides, last = shapes.spread(shape_of(m, depth), 4), shapes.spread(shape_of(m, point), 4)
    dims: Dims = UNSEEN
    if len(sides) == len(last) == 4:
        steps = constant_value_as_dims(m, g("strides"))
        check_window(m, g, "DepthwiseConv2dNative", value, sides[:2], folded=True)
        dims = window(m, g, value, 2, sides[:2], steps, last[-1])
    inputs = tensor_inputs(m, value, depth, point)
    return operation(m, "Conv2D", inputs, dims, dtype_of(m, value), g.name("separable_conv2d"))


@takes("value filters rate padding name")
def _atrous(m: Machine, g: Given) -> Value:
    value, kernel = g("value"), g("filters")
    sides = shapes.spread(shape_of(m, kernel), 4)
    dims: Dims = UNSEEN
    if len(sides) == 4:
        check_window(m, g, "Conv2D", value, sides[:2], folded=True)
        dims = window(m, g, value, 2, sides[:2], (1,), sides[-1])
    inputs = tensor_inputs(m, value, kernel)
    name = g.name("convolution")
    return composed(operation(m, "Conv2D", inputs, dims, dtype_of(m, value), name))


@takes("input filter padding strides dilation_rate name data_format")
def _convolution(m: Machine, g: Given) -> Value:
    value, filters = g("input"), g("filter", "filters")
    kernel = shape_of(m, filters)
    dims: Dims = UNSEEN
    if isinstance(kernel, tuple) and len(kernel) - 2 in FORMATS:
        rank = len(kernel) - 2
        steps = g("strides")
        strides = (1,) if steps is None else constant_value_as_dims(m, steps)
        check_window(m, g, "Conv2D", value, kernel[:rank], folded=True)
        dims = window(m, g, value, rank, kernel[:rank], strides, kernel[-1])
    inputs = tensor_inputs(m, value, filters)
    made = operation(m, "Conv2D", inputs, dims, dtype_of(m, value), g.name("convolution"))
    ranked = isinstance(dims, tuple) and len(dims) != 3
    plain = ranked and g("dilation_rate", "dilations") is None
    return made if plain else composed(made)


def _transposed(rank: int, op: str) -> Model:
    @takes("value filter output_shape strides padding data_format name")
    def model(m: Machine, g: Given) -> Value:
        value, kernel = g("value", "input"), g("filter", "filters")
        shape = g("output_shape")
        dims = constant_value_as_dims(m, shape)
        dims = shapes.spread(dims, rank + 2)
        inputs = (*tensor_inputs(m, value), *sized_inputs(m, kernel, shape))
        if len(dims) != rank + 2:
            return operation(m, op, inputs, UNSEEN, dtype_of(m, value), g.name("conv_transpose"))
        return operation(m, op, inputs, dims, dtype_of(m, value), g.name(f"conv{rank}d_transpose"))

    return model


def _pool(rank: int, op: str, default: str = "") -> Model:
    @takes("value ksize strides padding data_format name")
    def model(m: Machine, g: Given) -> Value:
        value = g("value", "input")
        first = channels_first(g, rank)
        dims = shape_of(m, value)
        _check_padding(m, op, g)
        result: Dims = UNSEEN
        ranked = m.world.tensorflow == "1.15" or rank == 3 or default != ""
        if ranked or (isinstance(dims, tuple) and len(dims) < 3):  # else TensorFlow 2's own
            check_rank(m, op, dims, rank + 2)
        full = shapes.spread(dims, rank + 2)
        if first is not None and len(full) == rank + 2:
            sides = _per_side(constant_value_as_dims(m, g("ksize")), rank, first)
            steps = constant_value_as_dims(m, g("strides"))
            channels = full[1] if first else full[-1]
            check_window(m, g, op, value, sides)
            result = window(m, g, value, rank, sides, steps, channels)
        return operation(
            m, op, tensor_inputs(m, value), result, dtype_of(m, value), g.name(default or op)
        )

    return model


_LARGEST = _pool(2, "MaxPoolWithArgmax")


def _pool_with_argmax(m: Machine, a: Arguments) -> Value:
    """``tf.nn.max_pool_with_argmax``: what is largest, and where it was."""
    pooled = _LARGEST(m, a)
    places = Tensor((*pooled.key, 1), pooled.op, pooled.inputs, pooled.shape, "int64", pooled.name)
    return (pooled, places)


@takes("value ksize strides padding data_format name")
def _pool_1d(m: Machine, g: Given) -> Value:
    value = g("value", "input")
    sides, steps = (constant_value_as_dims(m, g(name)) for name in ("ksize", "strides"))
    full = shapes.spread(shape_of(m, value), 3)
    first = bool(channels_first(g, 1))
    sides = _per_side(sides, 1, first)
    channels = (full[1] if first else full[-1]) if len(full) == 3 else UNSEEN
    check_window(m, g, "MaxPool", value, sides)
    dims = window(m, g, value, 1, sides, steps, channels)
    return operation(m, "MaxPool", tensor_inputs(m, value), dims, dtype_of(m, value), g.name())


@takes("input window_shape pooling_type padding dilation_rate strides name data_format")
def _pool_any(m: Machine, g: Given) -> Value:
    """``tf.nn.pool``: as many dimensions as the window has."""
    value, kind = g("input"), g.text("pooling_type")
    sides = constant_value_as_dims(m, g("window_shape"))
    dims: Dims = UNSEEN
    if isinstance(sides, tuple) and len(sides) in FORMATS:
        rank, steps = len(sides), g("strides")
        first = channels_first(g, rank)
        full = shapes.spread(shape_of(m, value), rank + 2)
        if first is not None and len(full) == rank + 2:
            strides = (1,) if steps is None else constant_value_as_dims(m, steps)
            check_window(m, g, "Pool", value, sides, folded=True)
            dims = window(m, g, value, rank, sides, strides, full[1] if first else full[-1])
    inputs = tensor_inputs(m, value)
    name = g.name(f"{kind.lower()}_pool" if kind else "pool")
    return operation(m, "MaxPool", inputs, dims, dtype_of(m, value), name)


@takes("images ksizes strides rates padding name")
def _patches(m: Machine, g: Given) -> Value:
    """``tf.extract_image_patches``: each place's window, flattened into the last dimension."""
    value = g("images")
    sides, steps, rates = (
        _per_side(constant_value_as_dims(m, g(*names)), 2, False)
        for names in (("ksizes", "sizes"), ("strides",), ("rates",))
    )
    full = shapes.spread(shape_of(m, value), 4)
    padding = g.text("padding")
    padding = padding.upper() if padding is not None else None
    dims: Dims = UNSEEN
    if len(full) == 4:
        space = [
            shapes.conv_out(size, side, step, padding, rate)
            for size, side, step, rate in zip(full[1:3], sides, steps, rates, strict=True)
        ]
        if None in full[1:3]:  # one size that is not known hides both
            space = [None, None]
        dims = (full[0], *space, shapes.multiply((*sides, full[3])))
    inputs = tensor_inputs(m, value)
    return operation(m, "ExtractImagePatches", inputs, dims, dtype_of(m, value), g.name())


_CONV2D = _conv(
    2,
    "Conv2D",
    "input filter strides padding use_cudnn_on_gpu data_format dilations name",
)
MODELS: dict[str, Model] = {
    "tf.nn.conv1d": _conv(1, "Conv2D", "value filters stride padding use_cudnn data_format name"),
    "tf.nn.conv2d": _CONV2D,
    "tf.nn.conv3d": _conv(3, "Conv3D", "input filter strides padding data_format dilations name"),
    "tf.nn.conv2d_transpose": _transposed(2, "Conv2DBackpropInput"),
    "tf.nn.conv3d_transpose": _transposed(3, "Conv3DBackpropInputV2"),
    "tf.nn.depthwise_conv2d": _depthwise,
    "tf.nn.depthwise_conv2d_native": _depthwise_native,
    "tf.nn.separable_conv2d": _separable,
    "tf.nn.atrous_conv2d": _atrous,
    "tf.nn.convolution": _convolution,
    "tf.extract_image_patches": _patches,
    "tf.image.extract_image_patches": _patches,
    "tf.image.extract_patches": _patches,
    "tf.nn.max_pool": _pool(2, "MaxPool"),
    "tf.nn.max_pool_with_argmax": _pool_with_argmax,
    "tf.nn.max_pool2d": _pool(2, "MaxPool", "MaxPool2d"),
    "tf.nn.avg_pool": _pool(2, "AvgPool"),
    "tf.nn.avg_pool2d": _pool(2, "AvgPool"),
    "tf.nn.max_pool3d": _pool(3, "MaxPool3D"),
    "tf.nn.avg_pool3d": _pool(3, "AvgPool3D"),
    "tf.nn.max_pool1d": _pool_1d,
    "tf.nn.pool": _pool_any,
    "tf.nn.avg_pool1d": _pool_1d,
}
