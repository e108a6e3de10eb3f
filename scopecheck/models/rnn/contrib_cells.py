"""The other cells of ``tf.contrib.rnn``, which build their weights before they are called.

Source: tensorflow/contrib/rnn/python/ops/rnn_cell.py, lstm_ops.py, gru_ops.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.messages import shape_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import Build, CellKind, Sizes, Step
from scopecheck.models.rnn.kinds import (
    ZEROS,
    built_before,
    lstm_sizes,
    name_initializers,
    plus,
    registered,
    square,
    times,
    units,
    unpacked,
    weight,
    weights_of,
)
from scopecheck.models.rnn.nest import state_tuple
from scopecheck.models.rnn.states import broadcast_size, matrix, product
from scopecheck.models.shapes import spread
from scopecheck.models.store.initial import Initializer
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Shape, Tensor, operation
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

CONSTANT, UNIFORM = Initializer("constant"), Initializer("uniform")


def pair(
    m: Machine, by: str, used: tuple[Value, ...], batch: Dim, widths: tuple[Dim, Dim]
) -> tuple[Value, Value]:
    """Output and state of an LSTM."""
    dtype = used[0].dtype if isinstance(used[0], Tensor) else None
    c = operation(m, by, used, (batch, widths[0]), dtype)
    h = operation(m, by, used, (batch, widths[1]), dtype)
    return h, state_tuple(c, h)


def _depth(m: Machine, cell: LayerObject, inputs: Value, message: str) -> Dim:
    """The input's depth; ``message`` is what the class says where there is none."""
    dims = inputs.dims if isinstance(inputs, Shape) else inputs.shape
    last = dims[-1] if isinstance(dims, tuple) and dims else UNSEEN
    if last is None:
        text = message.replace("%s", shape_text(m, dims))
        raise fail_input(m, cell.cls.name, Refusal.SHAPE_UNDEFINED, "ValueError", text)
    put(m, cell, **{"<depth>": last})
    return last


def build_block(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = _depth(m, cell, inputs, "Expecting inputs_shape[1] to be set: %s"), units(m, cell)
    weight(m, cell, "kernel", (plus(depth, n), times(4, n)))
    weight(m, cell, "bias", (times(4, n),), CONSTANT)
    if holds(m, get(m, cell, "_use_peephole")):
        for name in ("w_i_diag", "w_f_diag", "w_o_diag"):
            weight(m, cell, name, (n,))


_WEIGHTS = ("_kernel", "_bias", "_w_i_diag", "_w_f_diag", "_w_o_diag", "_kernel_w", "_kernel_u")


def block_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, n = matrix(m, inputs), units(m, cell)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    kernel = get(m, cell, "_kernel")
    tensors = (x, h) if kernel is not None else (x,)
    kernel = kernel if kernel is not None else get(m, cell, "_kernel_w")
    batch = product(m, cell.cls.name, tensors, kernel, built_before(m, cell, x))
    batch = broadcast_size(batch, spread(c.shape, 2)[0])
    used = (x, c, h, *weights_of(m, cell, *_WEIGHTS))
    return pair(m, cell.cls.name, used, batch, (n, n))


def _gru_names(cell: LayerObject) -> tuple[str, ...]:
    if cell.cls.name == "GRUBlockCell":
        return ("w_ru", "b_ru", "w_c", "b_c")
    return ("gates/kernel", "gates/bias", "candidate/kernel", "candidate/bias")


def _build_gru_block(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = _depth(m, cell, inputs, "Expecting input_size to be set."), units(m, cell)
    names = _gru_names(cell)
    weight(m, cell, names[0], (plus(depth, n), times(2, n)), None, "_gate_kernel")
    weight(m, cell, names[1], (times(2, n),), CONSTANT, "_gate_bias")
    weight(m, cell, names[2], (plus(depth, n), n), None, "_candidate_kernel")
    weight(m, cell, names[3], (n,), CONSTANT, "_candidate_bias")


_GRU_WEIGHTS = ("_gate_kernel", "_gate_bias", "_candidate_kernel", "_candidate_bias")


def _gru_block_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, h = matrix(m, inputs), matrix(m, state)
    kernel = get(m, cell, "_gate_kernel")
    batch = product(m, cell.cls.name, (x, h), kernel, built_before(m, cell, x))
    used = (x, h, *weights_of(m, cell, *_GRU_WEIGHTS))
    output = operation(m, cell.cls.name, used, (batch, units(m, cell)), x.dtype)
    return output, output


def _check_gru_block(m: Machine, cell: LayerObject) -> None:
    given = [get(m, cell, name) for name in ("_num_units", "_cell_size")]
    if given.count(None) != 1:
        message = "Exactly one of num_units or cell_size must be provided."
        raise refuse_argument(m, cell.cls.name, "ValueError", message)
    number = given[0] if given[0] is not None else given[1]
    put(m, cell, _num_units=number, _cell_size=number)


def _build_nas(m: Machine, cell: LayerObject, inputs: Value) -> None:
    words = "Could not infer input size from inputs.get_shape()[-1]"
    depth, n = _depth(m, cell, inputs, words), units(m, cell)
    projected = get(m, cell, "_num_proj")
    h = n if projected is None else size(m, projected)
    weight(m, cell, "recurrent_kernel", (h, times(8, n)), None, "recurrent_kernel")
    weight(m, cell, "kernel", (depth, times(8, n)), None, "kernel")
    if holds(m, get(m, cell, "_use_bias")):
        weight(m, cell, "bias", (times(8, n),), ZEROS, "bias")
    if projected is not None:
        weight(m, cell, "projection_weights", (n, h), None, "projection_weights")


def _nas_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, n = matrix(m, inputs), units(m, cell)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    product(m, cell.cls.name, (h,), get(m, cell, "recurrent_kernel"), False)
    kernel = get(m, cell, "kernel")
    batch = product(m, cell.cls.name, (x,), kernel, built_before(m, cell, x))
    batch = broadcast_size(broadcast_size(batch, spread(h.shape, 2)[0]), spread(c.shape, 2)[0])
    names = ("recurrent_kernel", "kernel", "bias", "projection_weights")
    projected = get(m, cell, "_num_proj")
    width = n if projected is None else size(m, projected)
    used = (x, c, h, *weights_of(m, cell, *names))
    return pair(m, cell.cls.name, used, batch, (n, width))


_EXPECTED = "Expected inputs.shape[-1] to be known, saw shape: %s"


def _build_sru(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = _depth(m, cell, inputs, _EXPECTED), units(m, cell)
    weight(m, cell, "kernel", (depth, times(4, n)))
    weight(m, cell, "bias", (times(2, n),), ZEROS)


def _build_independent(gates: int) -> Build:
    """``kernel_w`` for the input, ``kernel_u``, one row, for the state, and ``bias``."""

    def build(m: Machine, cell: LayerObject, inputs: Value) -> None:
        depth, width = _depth(m, cell, inputs, _EXPECTED), times(gates, units(m, cell))
        initializer = get(m, cell, "_kernel_initializer")
        weight(m, cell, "kernel_w", (depth, width), initializer, "_kernel_w")
        weight(m, cell, "kernel_u", (1, width), UNIFORM, "_kernel_u")
        weight(m, cell, "bias", (width,), CONSTANT, "_bias")

    return build


def _build_independent_gru(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = _depth(m, cell, inputs, _EXPECTED), units(m, cell)
    initializer = get(m, cell, "_kernel_initializer")
    weight(m, cell, "gates/kernel_w", (depth, times(2, n)), initializer, "_kernel_w")
    weight(m, cell, "gates/kernel_u", (1, times(2, n)), UNIFORM, "_kernel_u")
    weight(m, cell, "gates/bias", (times(2, n),), CONSTANT, "_bias")
    weight(m, cell, "candidate/kernel", (depth, n), initializer, "_candidate_kernel_w")
    weight(m, cell, "candidate/kernel_u", (1, n), UNIFORM, "_candidate_kernel_u")
    weight(m, cell, "candidate/bias", (n,), CONSTANT, "_candidate_bias")


def _independent_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, h = matrix(m, inputs), matrix(m, state)
    kernel = get(m, cell, "_kernel_w") or get(m, cell, "_kernel")
    batch = product(m, cell.cls.name, (x,), kernel, built_before(m, cell, x))
    batch = broadcast_size(batch, spread(h.shape, 2)[0])
    names = ("_candidate_kernel_w", "_candidate_kernel_u", "_candidate_bias")
    used = (x, h, *weights_of(m, cell, *_WEIGHTS, *names))
    output = operation(m, cell.cls.name, used, (batch, units(m, cell)), x.dtype)
    return output, output


_TAIL = "reuse=None, name=None, dtype=None"
_INITIALIZERS = "reuse=None, kernel_initializer=None, bias_initializer=None, name=None, dtype=None"


def _kind(
    name: str,
    arguments: str,
    sizes: Sizes,
    step: Step,
    build: Build,
    *,
    check: Callable[[Machine, LayerObject], None] | None = None,
    keywords: bool = False,
    rank: int | None = 2,
) -> CellKind:
    return CellKind(
        name, Signature(arguments), sizes, step, build, check=check, rank=rank, keywords=keywords
    )


CELLS: tuple[CellKind, ...] = (
    _kind(
        "LSTMBlockCell",
        "num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, dtype=None, reuse=None, "
        "name=lstm_cell",
        lstm_sizes,
        block_step,
        build_block,
    ),
    _kind(
        "GRUBlockCell",
        "num_units=None, cell_size=None, reuse=None, name=gru_cell",
        square,
        _gru_block_step,
        _build_gru_block,
        check=_check_gru_block,
    ),
    _kind(
        "GRUBlockCellV2",
        "num_units=None, cell_size=None, reuse=None, name=gru_cell",
        square,
        _gru_block_step,
        _build_gru_block,
        check=_check_gru_block,
    ),
    _kind(
        "NASCell",
        "num_units, num_proj=None, use_bias=False, reuse=None",
        lstm_sizes,
        _nas_step,
        _build_nas,
        keywords=True,
        rank=None,
    ),
    _kind(
        "SRUCell",
        "num_units, activation=None, reuse=None, name=None",
        square,
        _independent_step,
        _build_sru,
        keywords=True,
    ),
    _kind(
        "IndRNNCell",
        f"num_units, activation=None, {_TAIL}",
        square,
        _independent_step,
        _build_independent(1),
    ),
    _kind(
        "IndyGRUCell",
        f"num_units, activation=None, {_INITIALIZERS}",
        square,
        _independent_step,
        _build_independent_gru,
        check=name_initializers,
    ),
    _kind(
        "IndyLSTMCell",
        f"num_units, forget_bias=1.0, activation=None, {_INITIALIZERS}",
        lstm_sizes,
        block_step,
        _build_independent(4),
        check=name_initializers,
    ),
)
MODELS: dict[str, Model] = registered(CELLS, "tf.contrib.rnn")
