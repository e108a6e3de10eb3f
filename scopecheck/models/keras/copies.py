"""Copies of Keras layers and models: the same layers with weights of their own.

Source: tensorflow/python/keras/models.py, ``clone_model``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.keras import recurrent
from scopecheck.models.keras.graph import in_graph
from scopecheck.models.keras.inputs import make_input
from scopecheck.models.keras.layers import leave_unfollowed
from scopecheck.models.keras.units import (
    KerasTensor,
    KerasUnit,
    is_certain,
    keep,
    kept,
    new_unit,
    take_parts,
    unit_of,
    unseen_unit,
)
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Shape, Tensor
from scopecheck.models.told import tensors_in
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def clone(
    m: Machine,
    value: Value,
    copies: dict[int, Value] | None = None,
    begun: tuple[Value, ...] = (),
) -> Value:
    """``clone_model``: the same layers with weights of their own, and the flags of now.

    begun: the tensors that the copy begins at, where they are given.
    """
    copies = {} if copies is None else copies
    id = unit_of(m, value)
    if id is None:
        return m.unknown("a copy", tame=True)
    if id in copies:
        return copies[id]
    if isinstance(value, Instance):
        copies[id] = unseen_unit(m, value.cls.name)
        return copies[id]
    unit = replace(m.heap[id], compiled=None, parts=())
    given = kept(m, id, "given")
    born = {"origin": kept(m, id, "origin")} if unit.weights else {}
    born["name"] = kept(m, id, "name")
    made = new_unit(m, value.cls, unit, given=given, certain=is_certain(m, id), **born)
    copies[id] = made
    layers = kept(m, id, "layers")
    if isinstance(layers, tuple):
        copied = tuple(clone(m, one, copies) for one in layers)
        take_parts(m, made.id, copied)
        if in_graph(m):
            _call_again(m, value, made, dict(zip(layers, copied, strict=True)), begun)
    elif value.cls in recurrent.HOLDING:
        _clone_cells(m, value, made, copies)
    elif m.heap[id].parts:
        keep(m, made.id, certain=False)
        m.write(made.id, replace(m.heap[made.id], weights=True))
    return made


def _call_again(
    m: Machine,
    value: Value,
    made: KerasUnit,
    copies: dict[Value, Value],
    begun: tuple[Value, ...],
) -> None:
    """Calls the copies of a model's layers as the layers were called, if its inputs are known."""
    id = unit_of(m, value)
    held: list[Any] = [kept(m, id, name) if id is not None else None for name in _ENDS]
    inputs, outputs = held
    known = isinstance(inputs, tuple) and isinstance(outputs, tuple)
    if not begun and known:
        begun = tuple(_input_like(m, one) for one in inputs)
    if not begun:
        return
    if made.cls == "Sequential":
        last: Value = begun[0]
        for one in kept(m, made.id, "layers", ()):
            last = call_value(m, one, Arguments((last,)))
        keep(m, made.id, inputs=begun, outputs=(last,))
        return
    if not known or len(begun) != len(inputs):
        leave_unfollowed(m, begun)
        return
    new = dict(zip(inputs, begun, strict=True))
    calls = _calls(inputs, outputs)
    if calls is None or not all(call.unit in copies for call in calls):
        leave_unfollowed(m, begun)
        return
    order = list(copies)
    pending = sorted(calls, key=lambda call: order.index(call.unit))
    while pending:
        ready = next((one for one in pending if all(fed in new for fed in one.fed)), None)
        if ready is None:
            leave_unfollowed(m, begun)
            return
        pending.remove(ready)
        fed = [new[one] for one in ready.fed]
        given = m.new_list(fed) if len(fed) > 1 else fed[0]
        new[ready] = call_value(m, copies[ready.unit], Arguments((given,)))
    keep(m, made.id, inputs=begun, outputs=tuple(new[one] for one in outputs))


_ENDS = ("inputs", "outputs")


def _input_like(m: Machine, tensor: Value) -> Value:
    unit = tensor.unit if isinstance(tensor, KerasTensor) else None
    id = unit_of(m, unit) if unit is not None else None
    shape = Shape(tensor.shape if isinstance(tensor, Tensor) else UNSEEN)
    name = kept(m, id, "name") if id is not None else "an input"
    return make_input(m, Arguments((), {"batch_shape": shape, "name": name}))


def _calls(inputs: tuple[Value, ...], outputs: tuple[Value, ...]) -> list[KerasTensor] | None:
    """What layers gave on the way to outputs; None where more than single layers was called."""
    found: list[KerasTensor] = []
    pending = list(outputs)
    while pending:
        one = pending.pop()
        if one in inputs or one in found:
            continue
        if not isinstance(one, KerasTensor) or not one.fed or one.unit is None:
            return None
        found.append(one)
        pending.extend(one.fed)
    pairs = [(one.unit, one.fed) for one in found]
    several = any(pairs.count(pair) > 1 for pair in pairs)
    return None if several else found[::-1]


def _clone_cells(m: Machine, value: KerasUnit, made: KerasUnit, copies: dict[int, Value]) -> None:
    """Copies of the cells that a layer runs."""
    name = "cell" if value.cls == "RNN" else "cells"
    held = kept(m, value.id, name)
    cells = tuple(clone(m, one, copies) for one in (held if isinstance(held, tuple) else (held,)))
    parts = tuple(id for id in (unit_of(m, one) for one in cells) if id is not None)
    keep(m, made.id, **{name: cells if isinstance(held, tuple) else cells[0]})
    m.write(made.id, replace(m.heap[made.id], parts=parts))


def _clone_model(m: Machine, a: Arguments) -> Value:
    given = needed(m, a.get(1, "input_tensors"))
    begun = () if given is None else tensors_in(m, (given,))
    return clone(m, a.args[0] if a.args else a.kwargs.get("model"), begun=begun)


MODELS: dict[str, Model] = {"tf.keras.models.clone_model": _clone_model}
