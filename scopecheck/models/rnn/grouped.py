"""``GLSTMCell`` and ``PhasedLSTMCell`` of ``tf.contrib.rnn``: several linear maps a step.

Source: tensorflow/contrib/rnn/python/ops/rnn_cell.py.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.contrib_cells import pair
from scopecheck.models.rnn.kinds import lstm_sizes, registered, times, units, unpacked
from scopecheck.models.rnn.linear import CONSTANT, linear, variable
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import broadcast_size, matrix
from scopecheck.models.shapes import spread
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Tensor, operation, size_value
from scopecheck.models.world import Scope, current, scope_data
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _divided(whole: Dim, groups: Dim) -> Dim:
    known = isinstance(whole, int) and isinstance(groups, int) and groups > 0
    return whole // groups if known else UNSEEN  # type: ignore[operator]


def _check_groups(m: Machine, cell: LayerObject) -> None:
    groups = units(m, cell, "_number_of_groups")
    for name in ("num_units", "num_proj"):
        whole = get(m, cell, f"_{name}")
        if isinstance(whole, int) and isinstance(groups, int) and groups and whole % groups:
            message = f"{name} must be divisible by number_of_groups"
            raise refuse_argument(m, cell.cls.name, "ValueError", message)


def _check_input(m: Machine, by: str, depth: Dim, groups: int) -> None:
    message = None
    if depth is None:
        message = "input size must be statically known"
    elif isinstance(depth, int) and groups and depth % groups:
        message = f"input size ({depth}) must be divisible by number_of_groups ({groups})"
    if message is not None:
        refusal = Refusal.SHAPE_UNDEFINED if depth is None else Refusal.ARGUMENT
        raise fail_input(m, by, refusal, "ValueError", message)


def _slice(m: Machine, x: Tensor, width: Dim) -> Tensor:
    return operation(m, "Slice", (x,), (spread(x.shape, 2)[0], width), x.dtype)


def _grouped(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """A kernel for every group of the input, four biases for all, and the projection's kernel."""
    by, n, x = cell.cls.name, units(m, cell), matrix(m, inputs)
    groups, projected = units(m, cell, "_number_of_groups"), get(m, cell, "_num_proj")
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    width = n if projected is None else size(m, projected)
    if not isinstance(groups, int):
        m.undecided(by, "the number of its groups is not known", 1)
        return pair(m, by, (x, c, h), UNSEEN, (n, width))
    depth = spread(x.shape, 2)[-1]
    _check_input(m, by, depth, groups)
    part = _divided(n, groups)

    def group(at: int) -> Tensor:
        tensors = _slice(m, x, _divided(depth, groups)), _slice(m, h, _divided(width, groups))
        return linear(m, by, tensors, times(4, part), False, cell, f"<linear {at}>")

    def body(entered: Scope) -> Value:
        made = [in_scope(m, f"group{at}", "", None, partial(group, at)) for at in range(groups)]
        names = ("bias_i", "bias_j", "bias_f", "bias_o")
        biases = [variable(m, by, name, (n,), x.dtype, CONSTANT) for name in names]
        return (*made, *biases)

    scope = Scope(current(m).scope)
    used = opened(m, scope, "", body, initializer=get(m, cell, "_initializer"))
    rows = broadcast_size(spread(x.shape, 2)[0], spread(c.shape, 2)[0])
    output, new = pair(m, by, (x, c, h, *used), rows, (n, n))
    if projected is None:
        return output, new
    wide = operation(m, by, (x, c, h, *used), (rows, n), x.dtype)

    def project() -> Value:
        return linear(m, by, (wide,), width, False, cell, "<projection>")

    made = in_scope(m, "projection", "", None, project)
    return pair(m, by, (x, c, h, made), rows, (n, width))


def _phased(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """Three linear maps, then the period, the phase and the ratio of every unit."""
    by, n = cell.cls.name, units(m, cell)
    c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    time, x = (matrix(m, one) for one in unpacked(m, cell, inputs, 2))
    used: list[Value] = [x, c, h, time]
    gates = (x, h, c) if holds(m, get(m, cell, "_use_peepholes")) else (x, h)
    maps = (("mask_gates", gates, times(2, n)), ("new_input", (x, h), n), ("output_gate", gates, n))
    for name, tensors, width in maps:

        def body(name: str = name, of: tuple[Tensor, ...] = tensors, width: Dim = width) -> Value:
            return linear(m, by, of, width, cell=cell, slot=f"<{name}>")

        used.append(in_scope(m, name, "", None, body))
    used += [_oscillation(m, by, name, n, True) for name in ("period", "phase")]
    trained = holds(m, get(m, cell, "_trainable_ratio_on"))
    used.append(_oscillation(m, by, "ratio_on", n, trained))
    rows = broadcast_size(spread(x.shape, 2)[0], spread(c.shape, 2)[0])
    return pair(m, by, tuple(used), rows, (n, n))


def _oscillation(m: Machine, by: str, name: str, width: Dim, trainable: bool) -> Value:
    given = {
        "name": name,
        "shape": m.new_list([size_value(m, width)]),
        "initializer": Initializer("random"),
        "trainable": trainable,
    }
    return request_variable(m, given, scope_data(m), by)


GROUPED: tuple[CellKind, ...] = (
    CellKind(
        "GLSTMCell",
        Signature(
            "num_units, initializer=None, num_proj=None, number_of_groups=1, forget_bias=1.0, "
            "activation=None, reuse=None"
        ),
        lstm_sizes,
        _grouped,
        opens=True,
        check=_check_groups,
        keywords=False,
    ),
    CellKind(
        "PhasedLSTMCell",
        Signature(
            "num_units, use_peepholes=False, leak=0.001, ratio_on=0.1, trainable_ratio_on=True, "
            "period_init_min=1.0, period_init_max=1000.0, reuse=None"
        ),
        lstm_sizes,
        _phased,
        opens=True,
        keywords=False,
    ),
)
MODELS: dict[str, Model] = registered(GROUPED, "tf.contrib.rnn")
