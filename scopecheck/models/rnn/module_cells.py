"""Cells that contrib's module has and ``tf.contrib.rnn`` does not show.

Source: tensorflow/contrib/rnn/python/ops/rnn_cell.py, ``LayerNormLSTMCell``,
``WeightNormLSTMCell``, ``MinimalRNNCell`` and ``CFNCell``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.contrib_cells import pair
from scopecheck.models.rnn.kinds import (
    built_before,
    depth_of,
    lstm_sizes,
    plus,
    registered,
    times,
    units,
    unpacked,
    weight,
)
from scopecheck.models.rnn.linear import CONSTANT, normalized, variable, width_of
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import broadcast_size, matrix, product
from scopecheck.models.shapes import spread
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Dim, Tensor, operation
from scopecheck.models.world import Scope, current
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_DIAGONALS = ("w_f_diag", "w_i_diag", "w_o_diag")


def _check_depth(m: Machine, cell: LayerObject, x: Tensor) -> None:
    if spread(x.shape, 2)[-1] is None:
        message = "Could not infer input size from inputs.get_shape()[-1]"
        raise fail_input(m, cell.cls.name, Refusal.SHAPE_UNDEFINED, "ValueError", message)


def _diagonals(m: Machine, cell: LayerObject, x: Tensor) -> list[Value]:
    if get(m, cell, "_use_peepholes") is not True:
        return []
    n = units(m, cell)
    return [variable(m, cell.cls.name, name, (n,), x.dtype) for name in _DIAGONALS]


def _map(
    m: Machine, cell: LayerObject, tensors: tuple[Tensor, ...], width: Dim, norms: bool, bias: bool
) -> tuple[Dim, list[Value]]:
    """``kernel``, the norm of each input's part of it, ``bias``; the batch of the product."""
    by, dtype = cell.cls.name, tensors[0].dtype
    made = [variable(m, by, "kernel", (width_of(m, by, tensors), width), dtype)]
    if norms:
        count = range(len(tensors))
        made += [variable(m, by, f"norm_{at}", (width,), dtype) for at in count]
    batch = product(m, by, tensors, made[0], False)
    if bias:
        made.append(variable(m, by, "bias", (width,), dtype, CONSTANT))
    return batch, made


def _projected(
    m: Machine, cell: LayerObject, used: list[Value], rows: Dim, norms: bool
) -> tuple[Value, Value]:
    """Output and state, behind the projection where there is one."""
    by, n, given = cell.cls.name, units(m, cell), get(m, cell, "_num_proj")
    if given is None:
        return pair(m, by, tuple(used), rows, (n, n))
    width = size(m, given)
    dtype = used[0].dtype if isinstance(used[0], Tensor) else None
    wide = operation(m, by, tuple(used), (rows, n), dtype)
    _, made = in_scope(
        m, "projection", "", None, lambda: _map(m, cell, (wide,), width, norms, False)
    )
    return pair(m, by, (*used, *made), rows, (n, width))


def _layer_normal(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``LayerNormLSTMCell``: an LSTM with a norm for every gate and for the state."""
    by, n, x = cell.cls.name, units(m, cell), matrix(m, inputs)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    _check_depth(m, cell, x)
    normal = holds(m, get(m, cell, "_layer_norm"))

    def body(entered: Scope) -> Value:
        batch, made = _map(m, cell, (x, h), times(4, n), False, True)
        rows = broadcast_size(batch, spread(c.shape, 2)[0])
        gate = operation(m, "Split", (x, c, h, *made), (rows, n), x.dtype)
        names = ("input", "transform", "forget", "output") if normal else ()
        used = [gate, *(normalized(m, by, gate, name) for name in names)]
        used += _diagonals(m, cell, x)
        if normal:
            used.append(normalized(m, by, gate, "state"))
        return _projected(m, cell, used, rows, False)

    scope = Scope(current(m).scope)
    return opened(m, scope, "", body, initializer=get(m, cell, "_initializer"))


def _weight_normal(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``WeightNormLSTMCell``: a scope ``wn_lstm_cell`` in another, neither is numbered."""
    n, x = units(m, cell), matrix(m, inputs)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    _check_depth(m, cell, x)
    norms = holds(m, get(m, cell, "_norm"))

    def body(entered: Scope) -> Value:
        batch, made = _map(m, cell, (x, h), times(4, n), norms, True)
        rows = broadcast_size(batch, spread(c.shape, 2)[0])
        used = [x, c, h, *made, *_diagonals(m, cell, x)]
        return _projected(m, cell, used, rows, norms)

    return opened(m, "wn_lstm_cell", "", body, initializer=get(m, cell, "_initializer"))


def _unit_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    held = get(m, cell, "_units")
    return held, held


def _keep_units(m: Machine, cell: LayerObject) -> None:
    put(m, cell, units=get(m, cell, "_units"))


def _build_minimal(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = depth_of(m, cell, inputs), units(m, cell, "_units")
    put(m, cell, **{"<depth>": depth})
    weight(m, cell, "kernel", (plus(depth, times(2, n)), n), attribute="kernel")
    weight(m, cell, "bias", (n,), attribute="bias")


def _minimal_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, h, n = matrix(m, inputs), matrix(m, state), units(m, cell, "_units")
    by, rows = cell.cls.name, spread(h.shape, 2)[0]
    both = operation(m, "ConcatV2", (x, h), (rows, times(2, n)), x.dtype)
    kernel = get(m, cell, "kernel")
    batch = product(m, by, (x, both), kernel, built_before(m, cell, x))
    output = operation(m, by, (x, h, kernel, get(m, cell, "bias")), (batch, n), x.dtype)
    return output, output


def _build_chaos_free(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = depth_of(m, cell, inputs), units(m, cell, "_units")
    put(m, cell, **{"<depth>": depth})
    weight(m, cell, "kernel", (depth, times(3, n)), attribute="kernel")
    weight(m, cell, "recurrent_kernel", (n, times(2, n)), attribute="recurrent_kernel")
    weight(m, cell, "bias", (times(2, n),), attribute="bias")


def _chaos_free_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, h, n = matrix(m, inputs), matrix(m, state), units(m, cell, "_units")
    by, made = cell.cls.name, [get(m, cell, one) for one in ("recurrent_kernel", "kernel", "bias")]
    product(m, by, (h,), made[0], False)
    batch = product(m, by, (x,), made[1], built_before(m, cell, x))
    batch = broadcast_size(batch, spread(h.shape, 2)[0])
    output = operation(m, by, (x, h, *made), (batch, n), x.dtype)
    return output, output


_LONG = (
    "use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, proj_clip=None, "
    "forget_bias=1.0, activation=None, "
)
_SHORT = "units, activation=tanh, kernel_initializer=None, bias_initializer=None, name=None, "
HIDDEN: tuple[CellKind, ...] = (
    CellKind(
        "LayerNormLSTMCell",
        Signature(f"num_units, {_LONG}layer_norm=False, norm_gain=1.0, norm_shift=0.0, reuse=None"),
        lstm_sizes,
        _layer_normal,
        opens=True,
        keywords=False,
    ),
    CellKind(
        "WeightNormLSTMCell",
        Signature(f"num_units, norm=True, {_LONG}reuse=None"),
        lstm_sizes,
        _weight_normal,
        opens=True,
        keywords=False,
        inner="wn_lstm_cell",
    ),
    CellKind(
        "MinimalRNNCell",
        Signature(f"{_SHORT}dtype=None"),
        _unit_sizes,
        _minimal_step,
        _build_minimal,
        check=_keep_units,
        rank=2,
    ),
    CellKind(
        "CFNCell",
        Signature(f"{_SHORT}dtype=None"),
        _unit_sizes,
        _chaos_free_step,
        _build_chaos_free,
        check=_keep_units,
        rank=2,
    ),
)
MODELS: dict[str, Model] = registered(HIDDEN, "tf.contrib.rnn")
