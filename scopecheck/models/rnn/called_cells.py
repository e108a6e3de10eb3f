"""The cells of ``tf.contrib.rnn`` that ask for their variables while they are called.

Source: tensorflow/contrib/rnn/python/ops/rnn_cell.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.contrib_cells import pair
from scopecheck.models.rnn.kinds import (
    ZEROS,
    lstm_sizes,
    plus,
    registered,
    square,
    times,
    units,
    unpacked,
)
from scopecheck.models.rnn.linear import CONSTANT, linear, normalized, variable
from scopecheck.models.rnn.nest import parts, state_tuple
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import broadcast_size, joined, matrix, product
from scopecheck.models.shapes import spread
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Dim, Shape, Tensor, dim_of, dims_of, operation
from scopecheck.models.world import Scope, current
from scopecheck.symbolic.values import Unknown, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

NO_DEPTH = "Could not infer input size from inputs.get_shape()[-1]"


def depth_of_input(m: Machine, cell: LayerObject, x: Tensor) -> Dim:
    """The input's last dimension, which must be known."""
    last = spread(x.shape, 2)[-1]
    if last is None:
        raise fail_input(m, cell.cls.name, Refusal.SHAPE_UNDEFINED, "ValueError", NO_DEPTH)
    return last


def _normal_lstm(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``LayerNormBasicLSTMCell``: a norm for every gate and for the state."""
    by, n = cell.cls.name, units(m, cell)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    x = matrix(m, inputs)
    _, width = joined(m, by, (x, h))
    normal = holds(m, get(m, cell, "_layer_norm"))
    made = [variable(m, by, "kernel", (width, times(4, n)), x.dtype)]
    if not normal:
        made.append(variable(m, by, "bias", (times(4, n),), x.dtype))
    batch = broadcast_size(product(m, by, (x, h), made[0], False), spread(c.shape, 2)[0])
    gate = operation(m, "Split", (x, c, h, *made), (batch, n), x.dtype)
    names = ("input", "transform", "forget", "output", "state") if normal else ()
    used = (gate, *(normalized(m, by, gate, name, x.dtype) for name in names))
    return pair(m, by, used, batch, (n, n))


def shards(
    m: Machine, cell: LayerObject, name: str, dims: tuple[Dim, Dim], dtype: str | None, count: Value
) -> list[Value]:
    """``W_0``, ``W_1`` …: the rows of a matrix in parts of nearly one size."""
    if isinstance(count, Unknown):
        m.undecided(cell.cls.name, "the number of its shards is not known", 1)
    rows, number = dims[0], count if isinstance(count, int) and count > 0 else 1
    found = []
    for at in range(number):
        part: Dim = rows
        if isinstance(rows, int):
            part = rows // number + (1 if at < rows % number else 0)
        found.append(variable(m, cell.cls.name, f"{name}_{at}", (part, dims[1]), dtype))
    return found


def _coupled_lstm(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``CoupledInputForgetGateLSTMCell``: ``W_0``, ``B``, norms, peepholes, ``W_P_0``."""
    by, n, x = cell.cls.name, units(m, cell), matrix(m, inputs)
    projected = get(m, cell, "_num_proj")
    width = n if projected is None else size(m, projected)
    whole = get(m, cell, "_state_is_tuple") is False
    c, h = (
        (matrix(m, state),) * 2
        if whole
        else (matrix(m, one) for one in unpacked(m, cell, state, 2))
    )
    dims = (plus(depth_of_input(m, cell, x), width), times(3, n))
    used = shards(m, cell, "W", dims, x.dtype, get(m, cell, "_num_unit_shards"))
    used.append(variable(m, by, "B", (times(3, n),), x.dtype, ZEROS))
    batch = broadcast_size(spread(x.shape, 2)[0], spread(c.shape, 2)[0])
    gate = operation(m, "Split", (x, c, h, *used), (batch, n), x.dtype)
    normal = holds(m, get(m, cell, "_layer_norm"))
    if normal:
        used += [normalized(m, by, gate, name) for name in ("transform", "forget", "output")]
    if holds(m, get(m, cell, "_use_peepholes")):
        used += [variable(m, by, name, (n,), x.dtype) for name in ("W_F_diag", "W_O_diag")]
    if normal:
        used.append(normalized(m, by, gate, "state"))
    if projected is not None:
        used += shards(m, cell, "W_P", (n, width), x.dtype, get(m, cell, "_num_proj_shards"))
    output, new = pair(m, by, (gate, *used), batch, (n, width))
    if whole:
        return output, operation(m, "ConcatV2", (output,), (batch, plus(n, width)), x.dtype)
    return output, new


def _frequency_lstm(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``TimeFreqLSTMCell``: one LSTM that steps over the frequencies of the input."""
    by, n, x = cell.cls.name, units(m, cell), matrix(m, inputs)
    depth = spread(x.shape, 2)[-1]
    if depth is None:
        message = "Cannot infer input_size from static shape inference."
        raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    feature, skip = units(m, cell, "_feature_size"), units(m, cell, "_frequency_skip")
    count: Dim = None
    if isinstance(depth, int) and isinstance(feature, int) and isinstance(skip, int):
        count = int((depth - feature) / skip) + 1
    dims = (plus(feature, times(2, n)), times(4, n))
    used = shards(m, cell, "W", dims, x.dtype, get(m, cell, "_num_unit_shards"))
    used.append(variable(m, by, "B", (times(4, n),), x.dtype, ZEROS))
    if holds(m, get(m, cell, "_use_peepholes")):
        names = ("W_F_diag", "W_I_diag", "W_O_diag")
        used += [variable(m, by, name, (n,), x.dtype) for name in names]
    rows, seen = spread(x.shape, 2)[0], (x, matrix(m, state), *used)
    wide = times(count, n) if isinstance(count, int) else dim_of(m, m.unknown())
    output = operation(m, by, seen, (rows, wide), x.dtype)
    return output, operation(m, by, seen, (rows, plus(wide, wide)), x.dtype)


def _frequency_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    from scopecheck.symbolic.operators import binary

    n = get(m, cell, "_num_units")
    return binary(m, "*", 2, n), n


def _update_gate(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``UGRNNCell``: one linear map for gate and candidate."""
    by, n, x, h = cell.cls.name, units(m, cell), matrix(m, inputs), matrix(m, state)
    depth_of_input(m, cell, x)

    def body(entered: Scope) -> Value:
        both = operation(m, "ConcatV2", (x, h), joined(m, by, (x, h)), x.dtype)
        gates = linear(m, by, (both,), times(2, n), cell=cell, slot="_linear")
        output = operation(m, by, (gates, h), (spread(gates.shape, 2)[0], n), x.dtype)
        return output, output

    scope = Scope(current(m).scope)
    return opened(m, scope, "", body, initializer=get(m, cell, "_initializer"))


def _intersection(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``IntersectionRNNCell``: a projection where the sizes differ, then one linear map."""
    by, n, h = cell.cls.name, units(m, cell), matrix(m, state)
    depth = depth_of_input(m, cell, matrix(m, inputs))

    def body(entered: Scope) -> Value:
        x = matrix(m, inputs)
        if isinstance(depth, int) and isinstance(n, int) and depth != n:
            if not get(m, cell, "_num_in_proj"):
                message = (
                    "Must have input size == output size for Intersection RNN. To fix, "
                    "num_in_proj should be set to num_units at cell init."
                )
                raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
            first = x
            x = in_scope(
                m,
                "in_projection",
                "",
                None,
                lambda: linear(m, by, (first,), n, cell=cell, slot="_linear1"),
            )
        both = operation(m, "ConcatV2", (x, h), joined(m, by, (x, h)), x.dtype)
        gates = linear(m, by, (both,), times(4, n), cell=cell, slot="_linear2")
        rows = spread(gates.shape, 2)[0]
        return tuple(operation(m, by, (gates, x, h), (rows, n), x.dtype) for _ in range(2))

    scope = Scope(current(m).scope)
    return opened(m, scope, "", body, initializer=get(m, cell, "_initializer"))


def _convolution_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    dims, channels = dims_of(m, get(m, cell, "_input_shape")), units(m, cell, "_output_channels")
    if not isinstance(dims, tuple):
        return m.unknown("state_size", not_none=True), m.unknown("output_size", not_none=True)
    state = Shape((*dims[:-1], channels))
    skipped = holds(m, get(m, cell, "_skip_connection"))
    wide = plus(channels, dims[-1]) if skipped else channels
    return state_tuple(state, state), Shape((*dims[:-1], wide))


def _check_convolution(m: Machine, cell: LayerObject) -> None:
    shape, count = dims_of(m, get(m, cell, "_input_shape")), get(m, cell, "_conv_ndims")
    if count is None:
        count = {"Conv1DLSTMCell": 1, "Conv2DLSTMCell": 2, "Conv3DLSTMCell": 3}.get(cell.cls.name)
    if isinstance(shape, tuple) and isinstance(count, int) and count != len(shape) - 1:
        message = f"Invalid input_shape … for conv_ndims={count}."
        raise refuse_argument(m, cell.cls.name, "ValueError", message)
    put(m, cell, _conv_ndims=count)


def _convolution_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``ConvLSTMCell``: ``kernel`` and ``biases`` of one convolution over input and state."""
    by, x = cell.cls.name, matrix(m, inputs)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    channels = units(m, cell, "_output_channels")
    kernel = tuple(size(m, one) for one in parts(m, get(m, cell, "_kernel_shape")) or ())
    rank = len(kernel) + 2
    last = [spread(one.shape, rank)[-1] for one in (x, h)]
    made = [variable(m, by, "kernel", (*kernel, plus(*last), times(4, channels)), x.dtype)]
    if holds(m, get(m, cell, "_use_bias")):
        made.append(variable(m, by, "biases", (times(4, channels),), x.dtype, CONSTANT))
    used = (x, c, h, *made)
    inner = spread(x.shape, rank)[:-1]
    new = operation(m, by, used, (*inner, channels), x.dtype)
    skipped = holds(m, get(m, cell, "_skip_connection"))
    wide = plus(channels, last[0]) if skipped else channels
    output = operation(m, by, used, (*inner, wide), x.dtype)
    return output, state_tuple(new, output)


_CONVOLUTION = (
    "input_shape, output_channels, kernel_shape, use_bias=True, skip_connection=False, "
    "forget_bias=1.0, initializers=None, name="
)


def _convolutions() -> tuple[CellKind, ...]:
    rows = [("ConvLSTMCell", f"conv_ndims, {_CONVOLUTION}conv_lstm_cell")]
    for n in (1, 2, 3):
        named = _CONVOLUTION.replace("name=", "")
        rows.append((f"Conv{n}DLSTMCell", f"name=conv_{n}d_lstm_cell, {_optional(named)}"))
    return tuple(
        CellKind(
            name,
            Signature(arguments),
            _convolution_sizes,
            _convolution_step,
            opens=True,
            check=_check_convolution,
            keywords=False,
        )
        for name, arguments in rows
    )


def _optional(arguments: str) -> str:
    """The parameters that a subclass hands on by keyword."""
    names = [one.strip() for one in arguments.split(",") if one.strip()]
    return ", ".join(one if "=" in one else f"{one}=None" for one in names)


CALLED: tuple[CellKind, ...] = (
    CellKind(
        "LayerNormBasicLSTMCell",
        Signature(
            "num_units, forget_bias=1.0, input_size=None, activation=None, layer_norm=True, "
            "norm_gain=1.0, norm_shift=0.0, dropout_keep_prob=1.0, dropout_prob_seed=None, "
            "reuse=None"
        ),
        lstm_sizes,
        _normal_lstm,
        opens=True,
        keywords=False,
    ),
    CellKind(
        "CoupledInputForgetGateLSTMCell",
        Signature(
            "num_units, use_peepholes=False, initializer=None, num_proj=None, proj_clip=None, "
            "num_unit_shards=1, num_proj_shards=1, forget_bias=1.0, state_is_tuple=True, "
            "activation=None, reuse=None, layer_norm=False, norm_gain=1.0, norm_shift=0.0"
        ),
        lstm_sizes,
        _coupled_lstm,
        opens=True,
        keywords=False,
    ),
    CellKind(
        "TimeFreqLSTMCell",
        Signature(
            "num_units, use_peepholes=False, cell_clip=None, initializer=None, num_unit_shards=1, "
            "forget_bias=1.0, feature_size=None, frequency_skip=1, reuse=None"
        ),
        _frequency_sizes,
        _frequency_lstm,
        opens=True,
        keywords=False,
    ),
    CellKind(
        "UGRNNCell",
        Signature("num_units, initializer=None, forget_bias=1.0, activation=None, reuse=None"),
        square,
        _update_gate,
        opens=True,
        keywords=False,
    ),
    CellKind(
        "IntersectionRNNCell",
        Signature(
            "num_units, num_in_proj=None, initializer=None, forget_bias=1.0, y_activation=None, "
            "reuse=None"
        ),
        square,
        _intersection,
        opens=True,
        keywords=False,
    ),
    *_convolutions(),
)
MODELS: dict[str, Model] = registered(CALLED, "tf.contrib.rnn")
