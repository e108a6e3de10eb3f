"""``build(shape)``, called by the program: weights under the name scope in force, no other.

Source: tensorflow/python/keras/engine/network.py, ``Network.build``; base_layer.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.attention import SCALED, attended
from scopecheck.models.keras.units import KerasUnit, keep
from scopecheck.models.tensors import Dims, Tensor, dims_of
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Instance, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def build_layer(m: Machine, unit: KerasUnit, given: Value) -> bool:
    """Builds a layer of Keras's own; False where it isn't known what that makes."""
    shapes = _shapes(m, given)
    if unit.cls in SCALED and len(shapes) in (2, 3):
        attended(m, unit, shapes, "float32")
    elif len(shapes) == 1:
        plan = keras_graph.planned(m, unit, (_placeholder(m, shapes[0]),))
        if plan is None:
            return False
        keras_graph.make_planned(m, unit.id, unit.cls, plan)
    else:
        return False
    keep(m, unit.id, built=True)
    return True


def build_model(m: Machine, model: Instance, given: Value) -> None:
    """Builds a model of the program's class: its ``call`` is run on placeholders."""
    inputs = tuple(_placeholder(m, one) for one in _shapes(m, given))
    fed: Value = inputs[0] if len(inputs) == 1 else m.new_list(inputs)
    call_value(m, find_attribute(m, model, "call"), Arguments((fed,)))


def _placeholder(m: Machine, dims: Dims) -> Tensor:
    return Tensor(m.unknown().key, "Placeholder", (), dims, "float32")


def _shapes(m: Machine, given: Value) -> tuple[Dims, ...]:
    """One shape, or several in a list."""
    given = needed(m, given)
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    items = () if held is None or held.open else held.items
    if any(isinstance(one, (tuple, ListRef)) for one in items):
        return tuple(dims_of(m, one) for one in items)
    return (dims_of(m, given),)
