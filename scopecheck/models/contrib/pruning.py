"""``tf.contrib.model_pruning``: layers and cells with a mask and a threshold for their weights.

Source: tensorflow/contrib/model_pruning/python/layers/{layers,core_layers,rnn_cells}.py;
tensorflow/contrib/model_pruning/python/{pruning,pruning_utils}.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.formats import check_convolution_format
from scopecheck.models.contrib.products import CONV, FULL
from scopecheck.models.contrib.weights import (
    add_weight,
    as_input,
    finish,
    given_initializer,
    has_bias,
    in_scope,
)
from scopecheck.models.graph_collections import MODELS as LISTS
from scopecheck.models.graph_collections import add_to_collections
from scopecheck.models.layers.arguments import windows
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.custom_layers import add_weight as add_cell_weight
from scopecheck.models.layers.formats import as_core_layers_say
from scopecheck.models.layers.plans import conv, dense
from scopecheck.models.layers.refusals import check_room
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.kinds import BASIC, registered
from scopecheck.models.shapes import spread
from scopecheck.models.slim.arg_scope import scoped
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import Dim, DType, Tensor, operation, sizes_list
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_COLLECTIONS = {
    "get_masks": "masks",
    "get_masked_weights": "masked_weights",
    "get_thresholds": "thresholds",
    "get_weights": "kernel",
}


def _note(m: Machine, weight: Value, mask: Value, threshold: Value) -> Value:
    """The masked weight; all four in the collections that pruning reads."""
    shape = weight.shape if isinstance(weight, Tensor) else None
    dtype = weight.dtype if isinstance(weight, Tensor) else None
    masked = operation(m, "Mul", (mask, weight), shape, dtype)
    rows = (mask, masked, threshold, weight)
    for collection, one in zip(_COLLECTIONS.values(), rows, strict=True):
        add_to_collections(m, (collection,), one)
    return masked


def _weights(
    m: Machine, by: str, g: dict[str, Value], dims: tuple[Dim, ...], dtype: Value, first: str
) -> list[Value]:
    """A layer's variables; ``first``: whether the mask or the weights are made first."""
    made: dict[str, Value] = {}
    order = ("mask", "weights") if first == "mask" else ("weights", "mask")
    for name in (*order, "threshold"):
        mine = name == "weights"
        made[name] = add_weight(
            m,
            by,
            name,
            () if name == "threshold" else dims,
            dtype,
            g["trainable"] if mine else False,
            given_initializer(g, "weights_initializer") if mine else None,
            g["weights_regularizer"] if mine else None,
        )
    used = [_note(m, made["weights"], made["mask"], made["threshold"])]
    if has_bias(m, g):
        initializer, regularizer = (
            given_initializer(g, "biases_initializer"),
            g["biases_regularizer"],
        )
        trains = g["trainable"]
        used.append(add_weight(m, by, "biases", dims[-1:], dtype, trains, initializer, regularizer))
    return used


def _masked_convolution(m: Machine, a: Arguments) -> Value:
    """``masked_convolution``: two dimensions and the channels, no other."""
    by = "tf.contrib.model_pruning.masked_convolution"
    g = CONV.bind(m, "masked_convolution", a)
    check_convolution_format(m, by, g["data_format"])

    def body() -> Value:
        x = as_input(m, g["inputs"])
        if x.shape is None or (isinstance(x.shape, tuple) and len(x.shape) != 4):
            rank = None if x.shape is None else len(x.shape)
            message = f"('Sparse Convolution not supported for input with rank', {rank})"
            raise refuse_argument(m, by, "ValueError", message)
        given = {
            "filters": g["num_outputs"],
            "kernel_size": g["kernel_size"],
            "strides": g["stride"],
            "padding": g["padding"],
            "dilation_rate": g["rate"],
            "use_bias": False,
            "data_format": as_core_layers_say(m, g["data_format"]),
        }
        windows(2)(m, by, given)
        plan = conv(2)(m, given, x, by, None)
        weight = plan.weights[0]
        made = _weights(m, by, g, weight.dims, weight.dtype, "mask")
        check_room(m, by, plan.fault)
        output = operation(m, "Conv2D", (x, *made), plan.output, x.dtype)
        return finish(m, g, output, weight.dims[-1:], by, weight.dtype)

    return in_scope(m, g["scope"], "Conv", g["reuse"], body)


def _masked_fully_connected(m: Machine, a: Arguments) -> Value:
    """``masked_fully_connected``."""
    by = "tf.contrib.model_pruning.masked_fully_connected"
    g = FULL.bind(m, "masked_fully_connected", a)
    if isinstance(g["num_outputs"], (float, str)):
        message = f"num_outputs should be int or long, got {g['num_outputs']}."
        raise refuse_argument(m, by, "ValueError", message)

    def body() -> Value:
        x = as_input(m, g["inputs"])
        plan = dense(m, {"units": g["num_outputs"], "use_bias": False}, x, by, None)
        weight = plan.weights[0]
        made = _weights(m, by, g, weight.dims, weight.dtype, "weights")
        output = operation(m, "MatMul", (x, *made), plan.output, x.dtype)
        return finish(m, g, output, weight.dims[-1:], by, weight.dtype)

    return in_scope(m, g["scope"], "fully_connected", g["reuse"], body)


_APPLY = Signature("x, scope=")


def _apply_mask(m: Machine, a: Arguments) -> Value:
    """``apply_mask``: a mask and a threshold in the scope given, which isn't numbered."""
    g = _APPLY.bind(m, "apply_mask", a)
    x, scope = as_input(m, g["x"]), g["scope"]
    dims = x.shape if isinstance(x.shape, tuple) else None
    sizes = None if dims is None else sizes_list(m, dims)
    shape = m.unknown("a shape", not_none=True) if sizes is None else sizes

    def made(name: str, wanted: Value) -> Value:
        given = {"name": name, "shape": wanted, "trainable": False}
        given["dtype"] = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
        given["initializer"] = Initializer("zeros")
        return in_scope(
            m, scope, "", None, lambda: request_variable(m, given, scope_data(m), "apply_mask")
        )

    mask = made("mask", shape)
    return _note(m, x, mask, made("threshold", m.new_list(())))


def _masked(name: str, inner: str, reuse: str) -> CellKind:
    """A cell that adds a mask for its kernel once it has built what the inner class builds."""
    kind = next(one for one in BASIC if one.name == inner)

    def build(m: Machine, cell: LayerObject, inputs: Value) -> None:
        if kind.build is not None:
            kind.build(m, cell, inputs)
        kernel = get(m, cell, "_kernel")
        dims = spread(kernel.shape, 2) if isinstance(kernel, Tensor) else ()
        wide = sizes_list(m, dims)
        given: dict[str, Value] = {"initializer": Initializer("zeros"), "trainable": False}
        mask = add_cell_weight(m, cell, Arguments(("mask", wide), given))
        threshold = add_cell_weight(m, cell, Arguments(("threshold", m.new_list(())), given))
        _note(m, kernel, mask, threshold)
        put(m, cell, _mask=mask, _threshold=threshold)

    names = [*kind.constructor.names]
    kept = [n if n == "num_units" else f"{n}={kind.constructor.defaults[n]}" for n in names]
    arguments = ", ".join(one for one in kept if one.split("=")[0] not in ("name", "dtype"))
    signature = Signature(arguments + reuse)
    return CellKind(
        name,
        signature,
        kind.sizes,
        kind.step,
        build,
        check=kind.check,
        rank=2,
        keywords=False,
    )


_CELLS = (
    _masked("MaskedBasicLSTMCell", "BasicLSTMCell", ", name=None"),
    _masked("MaskedLSTMCell", "LSTMCell", ""),
)


def _listing(collection: str) -> Model:
    return lambda m, a: LISTS["tf.get_collection"](m, Arguments((collection,)))


_LAYERS: dict[str, Model] = {
    "masked_convolution": scoped("masked_convolution", _masked_convolution),
    "masked_conv2d": scoped("masked_convolution", _masked_convolution),
    "masked_fully_connected": scoped("masked_fully_connected", _masked_fully_connected),
    "apply_mask": _apply_mask,
    **{name: _listing(collection) for name, collection in _COLLECTIONS.items()},
}
MODELS: dict[str, Model] = {
    **{f"tf.contrib.model_pruning.{name}": model for name, model in _LAYERS.items()},
    **registered(_CELLS, "tf.contrib.model_pruning"),
}
