"""``tf.contrib.layers`` for images: spatial_softmax, and layers that only give other shapes.

Source: tensorflow/contrib/layers/python/layers/layers.py, ``spatial_softmax``, ``unit_norm``,
``maxout``, ``images_to_sequence``, ``sequence_to_images``,
``_inner_flatten`` and ``pool``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.formats import check_format
from scopecheck.models.contrib.functions import in_name_scope, register
from scopecheck.models.contrib.variables import MODELS as VARIABLES
from scopecheck.models.contrib.weights import as_input, collected, in_scope
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import padding_of, size, sizes, window
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.operands import check_windows
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import axis_of, multiply, reshape, spread
from scopecheck.models.store.initial import Initializer
from scopecheck.models.switches import trains
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor, operation
from scopecheck.models.world import current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


_SPATIAL = Signature(
    "features, temperature=None, name=None, variables_collections=None, trainable=True, "
    "data_format=NHWC"
)


def _spatial_softmax(m: Machine, a: Arguments) -> Value:
    """``spatial_softmax``: a temperature, in the scope named or ``spatial_softmax``."""
    g = _SPATIAL.bind(m, "spatial_softmax", a)

    def body() -> Value:
        x = as_input(m, g["features"])
        check_format(m, "spatial_softmax", g["data_format"])
        dims, at = spread(x.shape, 4), 1 if g["data_format"] == "NCHW" else 3
        if len(dims) <= at:
            raise refuse_argument(m, "spatial_softmax", "IndexError", "list index out of range")
        channels = dims[at]
        if channels is None:
            message = (
                "The num_channels dimension of the inputs to `spatial_softmax` should be defined. "
                "Found `None`."
            )
            raise fail_input(m, "spatial_softmax", Refusal.SHAPE_UNDEFINED, "ValueError", message)
        made = _temperature(m, g)
        if x.dtype not in (None, "float32"):
            message = f"x and y must have the same dtype, got tf.{x.dtype} != tf.float32"
            raise fail_input(m, "spatial_softmax", Refusal.ARGUMENT, "TypeError", message)
        return operation(m, "Reshape", (x, made), (None, multiply((channels, 2))), x.dtype)

    return in_scope(m, g["name"], "spatial_softmax", None, body)


def _temperature(m: Machine, g: dict[str, Value]) -> Value:
    collections = needed(m, g["variables_collections"])
    if isinstance(collections, DictRef):
        collections = m.contents(collections).items.get("temperature")
    trained = trains(m, g["trainable"])
    given = {
        "shape": (),
        "dtype": DType("float32"),
        "initializer": Initializer("constant"),
        "collections": collections if trained else None,
        "trainable": trained,
    }
    return VARIABLES["tf.contrib.framework.model_variable"](m, Arguments(("temperature",), given))


_MAXOUT = Signature("inputs, num_units, axis=-1, scope=None")


def _maxout(m: Machine, a: Arguments) -> Value:
    """``maxout``: one axis is left with a number of units that divides its size."""
    g = _MAXOUT.bind(m, "maxout", a)

    def body() -> Value:
        x, units, axis = as_input(m, g["inputs"]), size(m, g["num_units"]), size(m, g["axis"])
        dims = list(x.shape) if isinstance(x.shape, tuple) else []
        at = axis_of(axis, len(dims)) if isinstance(axis, int) else None
        if at is None:
            return operation(m, "Max", (x,), dtype=x.dtype)
        _check_units(m, dims[at], units)
        dims[at] = units
        return operation(m, "Max", (x,), tuple(dims), x.dtype)

    return in_scope(m, g["scope"], "MaxOut", None, body)


def _check_units(m: Machine, channels: Dim, units: Dim) -> None:
    if channels is None:
        message = "unsupported operand type(s) for %: 'NoneType' and 'int'"
        raise fail_input(m, "maxout", Refusal.SHAPE_UNDEFINED, "TypeError", message)
    if isinstance(channels, int) and isinstance(units, int) and units and channels % units:
        message = f"number of features({channels}) is not a multiple of num_units({units})"
        raise refuse_argument(m, "maxout", "ValueError", message)


_UNIT = Signature("inputs, dim, epsilon=1e-7, scope=None")


def _unit_norm(m: Machine, a: Arguments) -> Value:
    """``unit_norm`` keeps the shape, which must have a rank."""
    g = _UNIT.bind(m, "unit_norm", a)

    def body() -> Value:
        x, at = as_input(m, g["inputs"]), size(m, g["dim"])
        if x.shape is None:
            raise refuse_argument(m, "unit_norm", "ValueError", "The input rank must be known.")
        if isinstance(x.shape, tuple) and isinstance(at, int) and not 0 <= at < len(x.shape):
            message = "dim must be positive but smaller than the input rank."
            raise refuse_argument(m, "unit_norm", "ValueError", message)
        return operation(m, "RealDiv", (x,), x.shape, x.dtype)

    return in_scope(m, g["scope"], "UnitNorm", None, body)


def _sizes(m: Machine, by: str, x: Tensor, rank: int) -> tuple[Dim, ...]:
    """``a, b, c = shape.as_list()``."""
    dims = spread(x.shape, rank)
    if len(dims) == rank:
        return dims
    words = f"not enough values to unpack (expected {rank}, got {len(dims)})"
    if len(dims) > rank:
        words = f"too many values to unpack (expected {rank})"
    raise refuse_argument(m, by, "ValueError", words)


_SEQUENCE = Signature("inputs, data_format=NHWC, outputs_collections=None, scope=None")


def _images_to_sequence(m: Machine, a: Arguments) -> Value:
    """``images_to_sequence``: (images, height, width, depth) as (width, images * height, depth)."""
    g = _SEQUENCE.bind(m, "images_to_sequence", a)
    check_format(m, "images_to_sequence", g["data_format"])
    first = g["data_format"] == "NCHW"

    def body() -> Value:
        x = as_input(m, g["inputs"])
        one, *rest = _sizes(m, "images_to_sequence", x, 4)
        depth, height, width = rest if first else (rest[2], *rest[:2])
        dims = (width, multiply((one, height)), depth)
        return collected(m, g, operation(m, "Reshape", (x,), dims, x.dtype), current(m).stack)

    return in_name_scope(m, g["scope"], "ImagesToSequence", body)


_IMAGES = Signature(
    "inputs, height, output_data_format=channels_last, outputs_collections=None, scope=None"
)


def _sequence_to_images(m: Machine, a: Arguments) -> Value:
    """``sequence_to_images``: (width, images * height, depth) as (images, height, width, depth)."""
    g = _IMAGES.bind(m, "sequence_to_images", a)

    def body() -> Value:
        x, height = as_input(m, g["inputs"]), size(m, g["height"])
        width, batches, depth = _sizes(m, "sequence_to_images", x, 3)
        if isinstance(batches, int):
            batches = batches // height if isinstance(height, int) and height else UNSEEN
        whole = reshape(x.shape, (width, batches, height, depth))
        width, batches, height, depth = spread(whole, 4)
        first = g["output_data_format"] == "channels_first"
        dims = (batches, depth, height, width) if first else (batches, height, width, depth)
        return collected(m, g, operation(m, "Transpose", (x,), dims, x.dtype), current(m).stack)

    return in_name_scope(m, g["scope"], "SequenceToImages", body)


_FLATTEN = Signature("inputs, new_rank, output_collections=None, scope=None")


def _inner_flatten(m: Machine, a: Arguments) -> Value:
    """``_inner_flatten``: the inner dimensions multiplied, so that a rank is left."""
    g = _FLATTEN.bind(m, "_inner_flatten", a)

    def body() -> Value:
        x, rank = as_input(m, g["inputs"]), size(m, g["new_rank"])
        if not isinstance(x.shape, tuple) or not isinstance(rank, int):
            return operation(m, "Reshape", (x,), dtype=x.dtype)
        if len(x.shape) < rank:
            message = (
                "inputs has rank less than new_rank.  Tensor … must have rank at least "
                f"{rank}.  Received rank {len(x.shape)}, shape {shape_text(m, x.shape)}"
            )
            raise refuse_argument(m, "_inner_flatten", "ValueError", message)
        dims = (*x.shape[: rank - 1], multiply(x.shape[rank - 1 :]))
        made = operation(m, "Reshape", (x,), dims, x.dtype)
        return collected(m, {"outputs_collections": g["output_collections"]}, made)

    return in_name_scope(m, g["scope"], "InnerFlatten", body)


_POOL = Signature(
    "inputs, kernel_size, pooling_type, padding=VALID, data_format=None, dilation_rate=1, "
    "stride=1, outputs_collections=None, scope=None"
)


def _pool(m: Machine, a: Arguments) -> Value:
    """``pool``: any rank; its scope is a name scope, called after the type."""
    g = _POOL.bind(m, "pool", a)
    kind = needed(m, g["pooling_type"])
    default = f"{kind.lower()}_pool" if isinstance(kind, str) else "pool"

    def body() -> Value:
        x = as_input(m, g["inputs"])
        rank = len(x.shape) if isinstance(x.shape, tuple) else 3
        if x.shape is None or rank < 3:
            words = "known" if x.shape is None else ">= 3"
            raise refuse_argument(m, "pool", "ValueError", f"Rank of inputs must be {words}")
        made = operation(m, "Pool", (x,), _pooled(m, g, x), x.dtype)
        return collected(m, g, made, current(m).stack)

    return in_name_scope(m, g["scope"], default, body)


def _pooled(m: Machine, g: dict[str, Value], x: Tensor) -> Dims:
    if not isinstance(x.shape, tuple):
        return UNSEEN
    given = needed(m, g["data_format"])
    at = 2 if isinstance(given, str) and given.startswith("NC") else 1
    space = x.shape[at : at + len(x.shape) - 2]
    names = ("kernel_size", "stride", "dilation_rate")
    sides, strides, dilations = (sizes(m, g[name], len(space)) for name in names)
    padding = padding_of(m, g["padding"])
    if padding == "valid":
        check_windows(m, "pool", space, sides, dilations, True)
    rows = zip(space, sides, strides, dilations, strict=True)
    shrunk = tuple(window(n, k, s, padding, d) for n, k, s, d in rows)
    return (*x.shape[:at], *shrunk, *x.shape[at + len(space) :])


MODELS: dict[str, Model] = register(
    {
        "spatial_softmax": _spatial_softmax,
        "maxout": _maxout,
        "unit_norm": _unit_norm,
        "images_to_sequence": _images_to_sequence,
        "sequence_to_images": _sequence_to_images,
        "_inner_flatten": _inner_flatten,
        "pool": _pool,
    }
)
