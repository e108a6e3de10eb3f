"""Networks that read a sequence in both directions, and stacks of them.

Source: tensorflow/python/ops/rnn.py, ``bidirectional_dynamic_rnn`` and
``static_bidirectional_rnn``; tensorflow/contrib/rnn/python/ops/rnn.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.checks import check_cell
from scopecheck.models.rnn.loops import run_dynamic, run_static, steps_of
from scopecheck.models.rnn.nest import map_structure, parts
from scopecheck.models.rnn.repeated import check_directions
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import matrix
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.world import Scope
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

DYNAMIC = Signature(
    "cell_fw, cell_bw, inputs, sequence_length=None, initial_state_fw=None, "
    "initial_state_bw=None, dtype=None, parallel_iterations=None, swap_memory=False, "
    "time_major=False, scope=None"
)
STATIC = Signature(
    "cell_fw, cell_bw, inputs, initial_state_fw=None, initial_state_bw=None, dtype=None, "
    "sequence_length=None, scope=None"
)
STACK = (
    "cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None, "
    "sequence_length=None, "
)


def bidirectional_dynamic_rnn(m: Machine, a: Arguments) -> Value:
    """``tf.nn.bidirectional_dynamic_rnn(cell_fw, cell_bw, inputs, ...)``."""
    return _dynamic(m, DYNAMIC.bind(m, "bidirectional_dynamic_rnn", a))


def _dynamic(m: Machine, g: dict[str, Value]) -> Value:
    _check_cells(m, "tf.nn.bidirectional_dynamic_rnn", g)

    def way(name: str, inputs: Value) -> Value:
        given = {**g, "inputs": inputs, "cell": g[f"cell_{name}"]}
        given["initial_state"] = g[f"initial_state_{name}"]
        return opened(m, None, name, lambda scope: run_dynamic(m, {**given, "scope": scope}))

    def body(entered: Scope) -> Value:
        forward = way("fw", g["inputs"])
        if m.world.before_one and g["sequence_length"] is None:
            raise m.fail("ValueError", "None values not supported.")
        return forward, way("bw", map_structure(m, lambda one: _reversed(m, one), g["inputs"]))

    (output, state), (other, last) = opened(m, g["scope"], "bidirectional_rnn", body)
    turned = map_structure(m, lambda one: _reversed(m, one), other)
    return (output, turned), (state, last)


def _check_cells(m: Machine, by: str, g: dict[str, Value]) -> None:
    for name in ("cell_fw", "cell_bw"):
        check_cell(m, by, name, g[name])
    if not m.world.before_one:
        check_directions(m, g["cell_fw"], g["cell_bw"])


def _reversed(m: Machine, value: Value) -> Tensor:
    tensor = matrix(m, value)
    return operation(m, "ReverseV2", (tensor,), tensor.shape, tensor.dtype)


def static_bidirectional_rnn(m: Machine, a: Arguments) -> Value:
    """``tf.nn.static_bidirectional_rnn(cell_fw, cell_bw, inputs, ...)``."""
    return _static(m, STATIC.bind(m, "static_bidirectional_rnn", a))


def _static(m: Machine, g: dict[str, Value]) -> Value:
    by = "tf.nn.static_bidirectional_rnn"
    _check_cells(m, by, g)
    steps = steps_of(m, by, g["inputs"])
    backwards = g["inputs"] if steps is None else m.new_list(reversed(steps))

    def way(name: str, inputs: Value) -> Value:
        given = {**g, "inputs": inputs, "cell": g[f"cell_{name}"]}
        given["initial_state"] = g[f"initial_state_{name}"]
        return opened(m, None, name, lambda scope: run_static(m, {**given, "scope": scope}))

    def body(entered: Scope) -> Value:
        forward = way("fw", g["inputs"])
        return forward, way("bw", backwards)

    (outputs, state), (others, last) = opened(m, g["scope"], "bidirectional_rnn", body)
    one, other = parts(m, outputs), parts(m, others)
    if one is None or other is None:
        return m.new_list((), True), state, last
    rows = zip(one, reversed(other), strict=True)
    return m.new_list([_beside(m, a, b, 1) for a, b in rows]), state, last


def _beside(m: Machine, one: Value, other: Value, axis: int) -> Value:
    """Both directions' outputs side by side."""

    def joined(a: Value, b: Value) -> Value:
        pair = (matrix(m, a), matrix(m, b))
        dims = shapes.concat([one.shape for one in pair], axis)
        return operation(m, "ConcatV2", pair, dims, pair[0].dtype)

    return map_structure(m, joined, one, other)


def _stacked(name: str, tail: str, layer: Callable[..., Value]) -> Model:
    signature = Signature(STACK + tail)

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, name, a)
        layers = _layers(m, name, g)
        if layers is None:
            return tuple(m.unknown(f"{name}(…)", not_none=True) for _ in range(3))
        forward, backward = layers
        firsts = parts(m, g["initial_states_fw"]) if g["initial_states_fw"] is not None else None
        others = parts(m, g["initial_states_bw"]) if g["initial_states_bw"] is not None else None

        def body(entered: Scope) -> Value:
            inputs, states = g["inputs"], []
            for at, cells in enumerate(zip(forward, backward, strict=True)):
                given = {**g, "cell_fw": cells[0], "cell_bw": cells[1], "inputs": inputs}
                given["initial_state_fw"] = firsts[at] if firsts else None
                given["initial_state_bw"] = others[at] if others else None

                def step(scope: Scope, given: dict[str, Value] = given) -> Value:
                    return layer(m, given, scope)

                inputs, *pair = opened(m, f"cell_{at}", "", step)
                states.append(pair)
            return inputs, tuple(one[0] for one in states), tuple(one[1] for one in states)

        return opened(m, g["scope"], "stack_bidirectional_rnn", body)

    return run


def _layers(
    m: Machine, by: str, g: dict[str, Value]
) -> tuple[tuple[Value, ...], tuple[Value, ...]] | None:
    """The cells of every layer, if known; the lists must be lists of one length."""
    found = []
    for name, word in (("cells_fw", "fw"), ("cells_bw", "bw")):
        held = needed(m, g[name])
        known = parts(m, held) if isinstance(held, (tuple, ListRef)) else None
        if known == () or held is None:
            message = f"Must specify at least one {word} cell for BidirectionalRNN."
            raise refuse_argument(m, by, "ValueError", message)
        found.append((name, held, known))
    for name, held, known in found:
        if isinstance(held, tuple) or (known is None and hasattr(held, "cls")):
            message = f"{name} must be a list of RNNCells (one per layer)."
            raise refuse_argument(m, by, "ValueError", message)
    forward, backward = found[0][2], found[1][2]
    if forward is None or backward is None:
        m.undecided(by, "the cells are not known", 1)
        return None
    if len(forward) != len(backward):
        message = "Forward and Backward cells must have the same depth."
        raise refuse_argument(m, by, "ValueError", message)
    return forward, backward


def _dynamic_layer(m: Machine, g: dict[str, Value], scope: Scope) -> Value:
    given = {name: g.get(name) for name in DYNAMIC.names if name != "scope"}
    outputs, (state, last) = _dynamic(m, {**given, "scope": None})
    return _beside(m, outputs[0], outputs[1], 2), state, last


def _static_layer(m: Machine, g: dict[str, Value], scope: Scope) -> Value:
    return _static(m, {**g, "scope": scope})


MODELS: dict[str, Model] = {
    "tf.nn.bidirectional_dynamic_rnn": bidirectional_dynamic_rnn,
    "tf.nn.static_bidirectional_rnn": static_bidirectional_rnn,
    "tf.contrib.rnn.static_bidirectional_rnn": static_bidirectional_rnn,
    "tf.contrib.rnn.stack_bidirectional_dynamic_rnn": _stacked(
        "stack_bidirectional_dynamic_rnn",
        "parallel_iterations=None, time_major=False, scope=None, swap_memory=False",
        _dynamic_layer,
    ),
    "tf.contrib.rnn.stack_bidirectional_rnn": _stacked(
        "stack_bidirectional_rnn", "scope=None", _static_layer
    ),
}
BEFORE_ONE: dict[str, Model] = {"tf.nn.bidirectional_rnn": static_bidirectional_rnn}
