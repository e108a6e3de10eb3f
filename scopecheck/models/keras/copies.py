"""Copies of Keras layers and models: the same layers with weights of their own.

Source: tensorflow/python/keras/models.py, ``clone_model``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.keras import recurrent
from scopecheck.models.keras.units import (
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
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def clone(m: Machine, value: Value, copies: dict[int, Value] | None = None) -> Value:
    """``clone_model``: the same layers with weights of their own, and the flags of now."""
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
        take_parts(m, made.id, tuple(clone(m, one, copies) for one in layers))
    elif value.cls in recurrent.HOLDING:
        _clone_cells(m, value, made, copies)
    elif m.heap[id].parts:
        keep(m, made.id, certain=False)
        m.write(made.id, replace(m.heap[made.id], weights=True))
    return made


def _clone_cells(m: Machine, value: KerasUnit, made: KerasUnit, copies: dict[int, Value]) -> None:
    """Copies of the cells that a layer runs."""
    name = "cell" if value.cls == "RNN" else "cells"
    held = kept(m, value.id, name)
    cells = tuple(clone(m, one, copies) for one in (held if isinstance(held, tuple) else (held,)))
    parts = tuple(id for id in (unit_of(m, one) for one in cells) if id is not None)
    keep(m, made.id, **{name: cells if isinstance(held, tuple) else cells[0]})
    m.write(made.id, replace(m.heap[made.id], parts=parts))


def _clone_model(m: Machine, a: Arguments) -> Value:
    return clone(m, a.args[0] if a.args else a.kwargs.get("model"))


MODELS: dict[str, Model] = {"tf.keras.models.clone_model": _clone_model}
