"""The weights of Keras's own layers, in order of creation, and what a call gives.

Source: tf_keras/src/layers; tensorflow/python/keras/layers of 1.15. Layers that ``tf.layers``
has too are planned by ``layer_kinds``: those of 1.15 inherit the ones of Keras.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.keras.recurrent_weights import RECURRENT
from scopecheck.models.keras.unshared_weights import UNSHARED
from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.layers.kinds import KINDS
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.layers.sizes import padding_of, size, sizes, window
from scopecheck.models.ops.operands import without_room
from scopecheck.models.switches import holds
from scopecheck.models.tensors import FLOATS, UNSEEN, Dim, Dims, DType, Tensor, dims_of
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

    Planner = Callable[["Machine", dict[str, Value], Tensor], Plan]

_ALIASES = {
    "Convolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
    "Convolution2DTranspose": "Conv2DTranspose",
    "Deconvolution2D": "Conv2DTranspose",
    "Deconv2D": "Conv2DTranspose",
    "SeparableConvolution2D": "SeparableConv2D",
    **{f"MaxPool{n}D": f"MaxPooling{n}D" for n in (1, 2, 3)},
    **{f"AvgPool{n}D": f"AveragePooling{n}D" for n in (1, 2, 3)},
}
_KINDS = {kind.class_name: kind for kind in KINDS}


MERGED = frozenset("Add Subtract Multiply Average Maximum Minimum Concatenate".split())


def merged_shape(m: Machine, cls: str, given: dict[str, Value], fed: tuple[Value, ...]) -> Dims:
    """The shape of what a merging layer gives, where its inputs' are known."""
    shapes = [one.shape for one in fed if isinstance(one, Tensor)]
    known = [one for one in shapes if isinstance(one, tuple)]
    if not known or len(known) != len(fed):
        return UNSEEN
    if cls != "Concatenate":
        return known[0] if all(one == known[0] for one in known) else UNSEEN
    axis = given.get("axis", -1)
    rank = len(known[0])
    if not isinstance(axis, int) or any(len(one) != rank for one in known):
        return UNSEEN
    at = axis % rank
    total: Dim = 0
    for one in known:
        total = _added(total, one[at])
    return (*known[0][:at], total, *known[0][at + 1 :])


def plan_of(m: Machine, cls: str, a: Arguments, x: Tensor) -> Plan | None:
    """What calling a layer makes and gives; None for one that isn't followed."""
    cls = _ALIASES.get(cls, cls)
    kind = _KINDS.get(cls)
    names, defaults = _OWN[cls][:2] if cls in _OWN else ((), {})
    if kind is not None:
        names, defaults = tuple(kind.constructor.names), kind.constructor.defaults
        defaults = {**defaults, **_POOL} if "Pooling" in cls else defaults
    if not names or a.open or len(a.args) > len(names):
        return None
    given = {**defaults, **dict(zip(names, a.args, strict=False)), **a.kwargs}
    if any(name not in given for name in names):
        return None
    planned = Tensor(x.key, x.op, x.inputs, x.shape, _dtype(m, given, x))
    if kind is None:
        return _OWN[cls][2](m, given, planned)
    if given.get("data_format") is None:
        given["data_format"] = "channels_last"
    if "Pooling" in cls:
        strides = given["strides"]
        given["strides"] = given["pool_size"] if strides is None else strides
    plan = _grouped(m, given, kind.plan(m, given, planned, given.get("name"), None))
    exact = padding_of(m, given.get("padding", "valid")) in ("same", "valid", "causal")
    if exact and given.get("output_padding") is None:
        return plan
    return replace(plan, output=UNSEEN, input=None)


def _dtype(m: Machine, given: dict[str, Value], x: Tensor) -> str | None:
    """The dtype of a layer's weights: as asked for, else its input's where that is floating."""
    asked = needed(m, given.get("dtype"))
    if isinstance(asked, DType):
        return asked.name
    if asked is not None:
        return asked if isinstance(asked, str) and asked in FLOATS else None
    return x.dtype if x.dtype is None or x.dtype in FLOATS else "float32"


def weight_dtype(dtype: str | None) -> Value:
    """A dtype as a plan has it."""
    return DType(dtype) if dtype else None


def _last(dims: Dims) -> Dim:
    return dims[-1] if isinstance(dims, tuple) and dims else UNSEEN


def _times(one: Dim, other: Dim) -> Dim:
    return one * other if isinstance(one, int) and isinstance(other, int) else UNSEEN


def _embedding(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
    width = size(m, g["output_dim"])
    dtype = "float32" if g.get("dtype") is None else x.dtype
    weight = Weight("embeddings", (size(m, g["input_dim"]), width), weight_dtype(dtype))
    output: Dims = (*x.shape, width) if isinstance(x.shape, tuple) else UNSEEN
    return Plan((weight,), output, dtype)


def is_planned(cls: str) -> bool:
    """Whether it is known what a layer of this class makes."""
    name = _ALIASES.get(cls, cls)
    return name in _KINDS or name in _OWN


def _grouped(m: Machine, given: dict[str, Value], plan: Plan) -> Plan:
    """A convolution in groups: each kernel sees a part of the channels."""
    groups = needed(m, given.get("groups")) or 1
    if groups == 1 or not plan.weights:
        return plan
    kernel, *others = plan.weights
    *window, channels, filters = kernel.dims
    part: Dim = UNSEEN
    if isinstance(channels, int) and isinstance(groups, int):
        part = channels // groups
    made = replace(kernel, dims=(*window, part, filters))
    return replace(plan, weights=(made, *others))


def _layer_normalization(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
    return Plan(_pair(m, _along(m, g["axis"], x.shape), g, x), x.shape, x.dtype)


def _along(m: Machine, axis: Value, shape: Dims) -> tuple[Dim, ...]:
    """The sizes along an axis, or along several."""
    if axis == -1:
        return (_last(shape),)
    axes = dims_of(m, axis) if not isinstance(axis, int) else (axis,)
    if not isinstance(axes, tuple):
        return (UNSEEN,)
    if not isinstance(shape, tuple):
        return (UNSEEN,) * len(axes)
    known = [at for at in axes if isinstance(at, int) and -len(shape) <= at < len(shape)]
    return tuple(shape[at] for at in known) if len(known) == len(axes) else (UNSEEN,) * len(axes)


def _pair(m: Machine, dims: tuple[Dim, ...], g: dict[str, Value], x: Tensor) -> tuple[Weight, ...]:
    named = (("gamma", g["scale"]), ("beta", g["center"]))
    dtype = DType(x.dtype or "float32")
    return tuple(Weight(name, dims, dtype) for name, on in named if holds(m, on))


def _prelu(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
    dims: tuple[Dim, ...] = x.shape[1:] if isinstance(x.shape, tuple) else (UNSEEN,)
    given = needed(m, g["shared_axes"])
    axes = m.new_list((int(given),)) if isinstance(given, int) else given
    shared = () if given is None else dims_of(m, axes)
    if isinstance(shared, tuple):
        dims = tuple(1 if at in shared else one for at, one in enumerate(dims, 1))
    else:
        dims = (UNSEEN,) * len(dims)
    return Plan((Weight("alpha", dims, DType(x.dtype or "float32")),), x.shape, x.dtype)


def _depthwise(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
    first = channels_first(m, g["data_format"])
    known = isinstance(x.shape, tuple) and len(x.shape) == 4
    channels = channels_of(x.shape, first) if known else UNSEEN
    kernel, strides = sizes(m, g["kernel_size"], 2), sizes(m, g["strides"], 2)
    multiplier = size(m, g["depth_multiplier"])
    made = _times(channels, multiplier)
    dtype = DType(x.dtype or "float32")
    weights = [Weight("depthwise_kernel", (*kernel, channels, multiplier), dtype)]
    if holds(m, g["use_bias"]):
        weights.append(Weight("bias", (made,), dtype))
    output: Dims = UNSEEN
    fault: str | None = None
    if known and isinstance(x.shape, tuple) and first is not None:
        padding = padding_of(m, g["padding"])
        space = x.shape[2:] if first else x.shape[1:3]
        if padding == "valid":
            fault = without_room(space, kernel, (1, 1))
        rows = zip(space, kernel, strides, strict=True)
        shrunk = tuple(window(n, k, s, padding) for n, k, s in rows)
        output = (x.shape[0], made, *shrunk) if first else (x.shape[0], *shrunk, made)
    return Plan(tuple(weights), output, x.dtype, fault=fault)


def _resized(grow: bool) -> Planner:
    """``UpSampling2D`` multiplies rows and columns, ``ZeroPadding2D`` adds to them."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        given = g["size"] if grow else g["padding"]
        if not isinstance(x.shape, tuple) or len(x.shape) != 4 or g["data_format"] is not None:
            return Plan((), UNSEEN, x.dtype)
        rows = zip(x.shape[1:3], _amounts(m, given, grow), strict=True)
        space = tuple(_changed(length, amount, grow) for length, amount in rows)
        return Plan((), (x.shape[0], *space, x.shape[3]), x.dtype)

    return plan


def _amounts(m: Machine, given: Value, grow: bool) -> tuple[Dim, ...]:
    """By how much each of two dimensions changes; padding may be given for each side."""
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    if not grow and held is not None and any(isinstance(i, (tuple, ListRef)) for i in held.items):
        return tuple(_added(*sizes(m, one, 2)) for one in held.items)
    amounts = sizes(m, given, 2)
    return amounts if grow else tuple(_times(2, one) for one in amounts)


def _added(one: Dim, other: Dim) -> Dim:
    return one + other if isinstance(one, int) and isinstance(other, int) else UNSEEN


def _changed(length: Dim, amount: Dim, grow: bool) -> Dim:
    if length is None:
        return None
    if isinstance(length, int) and isinstance(amount, int):
        return length * amount if grow else length + amount
    return UNSEEN


def _global_pooling(rank: int) -> Planner:
    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        known = isinstance(x.shape, tuple) and len(x.shape) == rank + 2 and not g["keepdims"]
        if not known or not isinstance(x.shape, tuple) or g["data_format"] is not None:
            return Plan((), UNSEEN, x.dtype)
        return Plan((), (x.shape[0], x.shape[-1]), x.dtype)

    return plan


_POOL = {"pool_size": 2, "strides": None}
_DEPTHWISE = {"strides": 1, "padding": "valid", "depth_multiplier": 1, "data_format": None}
_POOLED = {f"Global{kind}{rank}D": rank for kind in ("MaxPool", "AvgPool") for rank in (1, 2)}
_POOLED.update(
    {f"Global{kind}Pooling{rank}D": rank for kind in ("Max", "Average") for rank in (1, 2)}
)

_OWN: dict[str, tuple[tuple[str, ...], dict[str, Any], Planner]] = {
    "Embedding": (("input_dim", "output_dim"), {}, _embedding),
    "LayerNormalization": (
        ("axis", "epsilon", "center", "scale"),
        {"axis": -1, "epsilon": 0.001, "center": True, "scale": True},
        _layer_normalization,
    ),
    "PReLU": (
        ("alpha_initializer", "alpha_regularizer", "alpha_constraint", "shared_axes"),
        dict.fromkeys(
            ("alpha_initializer", "alpha_regularizer", "alpha_constraint", "shared_axes")
        ),
        _prelu,
    ),
    "DepthwiseConv2D": (
        ("kernel_size", *_DEPTHWISE, "use_bias"),
        {**_DEPTHWISE, "use_bias": True},
        _depthwise,
    ),
    **RECURRENT,
    **UNSHARED,
    "UpSampling2D": (
        ("size", "data_format"),
        {"size": 2, "data_format": None},
        _resized(True),
    ),
    "ZeroPadding2D": (
        ("padding", "data_format"),
        {"padding": 1, "data_format": None},
        _resized(False),
    ),
    **{
        name: (
            ("data_format", "keepdims"),
            {"data_format": None, "keepdims": False},
            _global_pooling(rank),
        )
        for name, rank in _POOLED.items()
    },
}
