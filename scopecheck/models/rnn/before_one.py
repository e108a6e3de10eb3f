"""The cells of TensorFlow before 1.0: functions that ask for their variables at every call.

A cell keeps nothing. Called again, it opens its scope again, by the class's name unless one is
given, and the scope in force decides whether what is there is shared.

Source: tensorflow/python/ops/rnn_cell.py of 0.12.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.sizes import size
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.called_cells import depth_of_input, shards
from scopecheck.models.rnn.cells import CellKind, Step
from scopecheck.models.rnn.contrib_wrappers import (
    check_embedding,
    check_projection,
    embedded_words,
    projected_sizes,
)
from scopecheck.models.rnn.kinds import (
    ZEROS,
    check_activation,
    gru_step,
    lstm_sizes,
    lstm_step,
    plus,
    registered,
    rnn_step,
    square,
    times,
    units,
    unpacked,
)
from scopecheck.models.rnn.linear import linear_before_one, variable
from scopecheck.models.rnn.nest import parts
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import matrix
from scopecheck.models.rnn.wrappers import (
    called,
    cells_of,
    check_dropout,
    check_stack,
    check_wrapped,
    dropout_step,
    stack_sizes,
    stack_step,
    stack_zeros,
    wrapped,
    wrapped_sizes,
    wrapped_zeros,
)
from scopecheck.models.shapes import spread
from scopecheck.models.tensors import Dim, Tensor, dim_of, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _inside(step: Step, initializer: str | None = None) -> Step:
    """A step in the scope that the call names, else in one of the class's name."""

    def run(
        m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
    ) -> Value:
        def body(entered: Value) -> Value:
            return step(m, cell, inputs, state, {})

        given = None if initializer is None else get(m, cell, initializer)
        return opened(m, extra.get("scope"), cell.cls.name, body, initializer=given)

    return run


def _basic(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    pair = (matrix(m, inputs), matrix(m, state))
    kernel, bias = linear_before_one(m, cell.cls.name, pair, units(m, cell))
    put(m, cell, _kernel=kernel, _bias=bias)
    return rnn_step(m, cell, inputs, state, extra)


def _gated(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``Gates`` and ``Candidate``, each with a linear map."""
    by, n, pair = cell.cls.name, units(m, cell), (matrix(m, inputs), matrix(m, state))
    for scope, slot, width in (("Gates", "gate", times(2, n)), ("Candidate", "candidate", n)):

        def body(entered: Value, width: Dim = width) -> Value:
            return linear_before_one(m, by, pair, width)

        kernel, bias = opened(m, scope, "", body)
        put(m, cell, **{f"_{slot}_kernel": kernel, f"_{slot}_bias": bias})
    return gru_step(m, cell, inputs, state, extra)


def _basic_lstm(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    n, x = units(m, cell), matrix(m, inputs)
    h = _output_state(m, cell, state, n)
    kernel, bias = linear_before_one(m, cell.cls.name, (x, h), times(4, n))
    put(m, cell, _kernel=kernel, _bias=bias)
    return lstm_step(m, cell, inputs, state, extra)


def _output_state(m: Machine, cell: LayerObject, state: Value, width: Dim) -> Tensor:
    """The part of an LSTM's state that was its output."""
    if get(m, cell, "_state_is_tuple") is False:
        both = matrix(m, state)
        return operation(m, "Split", (both,), (spread(both.shape, 2)[0], width), both.dtype)
    return matrix(m, unpacked(m, cell, state, 2)[1])


def _lstm(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``W_0``, ``B``, peepholes, ``W_P_0``."""
    by, n, x = cell.cls.name, units(m, cell), matrix(m, inputs)
    projected = get(m, cell, "_num_proj")
    width = n if projected is None else size(m, projected)
    dims = (plus(depth_of_input(m, cell, x), width), times(4, n))
    kernel = _whole(m, shards(m, cell, "W", dims, x.dtype, get(m, cell, "_num_unit_shards")), dims)
    put(m, cell, _kernel=kernel, _bias=variable(m, by, "B", (dims[1],), x.dtype, ZEROS))
    if get(m, cell, "_use_peepholes") is True:
        for gate in ("f", "i", "o"):
            made = variable(m, by, f"W_{gate.upper()}_diag", (n,), x.dtype)
            put(m, cell, **{f"_w_{gate}_diag": made})
    if projected is not None:
        held = shards(m, cell, "W_P", (n, width), x.dtype, get(m, cell, "_num_proj_shards"))
        put(m, cell, _proj_kernel=_whole(m, held, (n, width)))
    return lstm_step(m, cell, inputs, state, extra)


def _whole(m: Machine, held: list[Value], dims: tuple[Dim, Dim]) -> Value:
    """A matrix made of its shards."""
    if len(held) == 1:
        return held[0]
    dtype = held[0].dtype if isinstance(held[0], Tensor) else None
    return operation(m, "ConcatV2", tuple(held), dims, dtype)


def _project_input(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x = matrix(m, inputs)
    projected = _projection(m, cell, x, units(m, cell, "_num_proj"), extra)
    return called(m, wrapped(m, cell), projected, state)


def _project_output(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    output, new = called(m, wrapped(m, cell), inputs, state)
    x = matrix(m, output)
    return _projection(m, cell, x, units(m, cell, "_output_size"), extra), new


def _embed(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    def body(entered: Value) -> Value:
        return embedded_words(m, cell, inputs, state)

    words = opened(m, extra.get("scope"), cell.cls.name, body)
    return called(m, wrapped(m, cell), words, state)


def _projection(
    m: Machine, cell: LayerObject, x: Tensor, width: Dim, extra: dict[str, Value]
) -> Tensor:
    def body(entered: Value) -> Value:
        return linear_before_one(m, cell.cls.name, (x,), width)

    held = opened(m, extra.get("scope"), cell.cls.name, body)
    return operation(m, "Add", (x, *held), (spread(x.shape, 2)[0], width), x.dtype)


_LSTM = "state_is_tuple=True, activation=None"


def _kind(
    name: str,
    arguments: str,
    sizes: Callable[[Machine, LayerObject], tuple[Value, Value]],
    step: Step,
    check: Callable[[Machine, LayerObject], None],
    zero: Callable[[Machine, LayerObject, Value, Value], Value] | None = None,
    parts_of: Callable[[Machine, LayerObject], tuple[Value, ...]] | None = None,
) -> CellKind:
    return CellKind(
        name,
        Signature(arguments),
        sizes,
        step,
        direct=True,
        check=check,
        zero=zero,
        parts=parts_of,
        keywords=False,
    )


CELLS: tuple[CellKind, ...] = (
    _kind(
        "BasicRNNCell",
        "num_units, input_size=None, activation=None",
        square,
        _inside(_basic),
        check_activation,
    ),
    _kind(
        "GRUCell",
        "num_units, input_size=None, activation=None",
        square,
        _inside(_gated),
        check_activation,
    ),
    _kind(
        "BasicLSTMCell",
        f"num_units, forget_bias=1.0, input_size=None, {_LSTM}",
        lstm_sizes,
        _inside(_basic_lstm),
        check_activation,
    ),
    _kind(
        "LSTMCell",
        "num_units, input_size=None, use_peepholes=False, cell_clip=None, initializer=None, "
        "num_proj=None, proj_clip=None, num_unit_shards=1, num_proj_shards=1, forget_bias=1.0, "
        f"{_LSTM}",
        lstm_sizes,
        _inside(_lstm, "_initializer"),
        check_activation,
    ),
    _kind(
        "MultiRNNCell",
        "cells, state_is_tuple=True",
        stack_sizes,
        _inside(stack_step),
        check_stack,
        stack_zeros,
        cells_of,
    ),
    _kind(
        "DropoutWrapper",
        "cell, input_keep_prob=1.0, output_keep_prob=1.0, seed=None",
        wrapped_sizes,
        dropout_step,
        check_dropout,
        wrapped_zeros,
    ),
    _kind(
        "InputProjectionWrapper",
        "cell, num_proj, input_size=None",
        wrapped_sizes,
        _project_input,
        check_wrapped,
        wrapped_zeros,
    ),
    _kind(
        "OutputProjectionWrapper",
        "cell, output_size",
        projected_sizes,
        _project_output,
        check_projection,
        wrapped_zeros,
    ),
    _kind(
        "EmbeddingWrapper",
        "cell, embedding_classes, embedding_size, initializer=None",
        wrapped_sizes,
        _embed,
        check_embedding,
        wrapped_zeros,
    ),
)
_LINEAR = Signature("args, output_size, bias, bias_start=0.0, scope=None")


def _borrowed(m: Machine, a: Arguments) -> Value:
    """``rnn_cell._linear``, which programs borrow."""
    by = "tf.nn.rnn_cell._linear"
    g = _LINEAR.bind(m, "_linear", a)
    given = needed(m, g["args"])
    held = (given,) if isinstance(given, Tensor) else parts(m, given)
    tensors = [one for one in held or () if isinstance(one, Tensor)]
    if held is None or len(tensors) != len(held) or not tensors:
        m.undecided(by, "its arguments are not known", 1)
        return m.unknown("_linear(…)", not_none=True)
    width = dim_of(m, g["output_size"])
    made = linear_before_one(m, by, tensors, width, bool(m.truth(g["bias"])), g["scope"])
    rows = spread(tensors[0].shape, 2)[0]
    return operation(m, "MatMul", (*tensors, *made), (rows, width), tensors[0].dtype)


BEFORE_ONE: dict[str, Model] = {
    **registered(CELLS, "tf.nn.rnn_cell"),
    "tf.nn.rnn_cell._linear": _borrowed,
}
