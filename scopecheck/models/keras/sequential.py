"""``Sequential``: layers one after the other, called as they are added or when first fed.

Source: keras/src/engine/sequential.py, ``Sequential.add`` and ``_build_graph_network``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.graph import unit_name
from scopecheck.models.keras.inputs import declared_input, make_input
from scopecheck.models.keras.state import Unit
from scopecheck.models.keras.units import (
    KerasTensor,
    KerasUnit,
    keep,
    kept,
    new_unit,
    take_parts,
    unit_of,
    unseen_unit,
)
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Tensor
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def make_sequential(m: Machine, a: Arguments) -> Value:
    """``Sequential([layers])``."""
    name = unit_name(m, "Sequential", a.kwargs.get("name", a.args[1] if a.args[1:] else None))
    made = new_unit(m, "Sequential", Unit(), layers=(), name=name)
    given = a.args[0] if a.args else a.kwargs.get("layers")
    for layer in _listed(m, given):
        add_layer(m, made.id, layer)
    return made


def _listed(m: Machine, given: Value) -> tuple[Value, ...]:
    given = needed(m, given)
    if given is None:
        return ()
    held = iterate(m, given)
    if held is None:
        return (m.unknown("layers"),)
    return (*held.items, m.unknown("layers")) if held.open else held.items


def add_layer(m: Machine, id: int, layer: Value) -> None:
    """``model.add(layer)``; a tensor of ``Input`` only says the shape."""
    layer = needed(m, layer)
    if isinstance(layer, Tensor):
        keep(m, id, input=layer)
        if keras_graph.in_graph(m):
            keep(m, id, inputs=(layer,), outputs=(layer,))
        return
    if layer is None:
        return
    if isinstance(layer, KerasUnit) and layer.cls == "InputLayer":
        if keras_graph.in_graph(m) and not kept(m, id, "layers", ()):
            given = (declared_input(m, layer),)
            keep(m, id, inputs=given, outputs=given)
        return
    if unit_of(m, layer) is None:
        layer = unseen_unit(m, "Layer")
    if keras_graph.in_graph(m):
        _chain(m, id, layer)
    take_parts(m, id, (*kept(m, id, "layers", ()), layer))


def _chain(m: Machine, id: int, layer: Value) -> None:
    """A model that knows its input's shape calls each layer as it is added."""
    outputs = kept(m, id, "outputs")
    if outputs is None and not kept(m, id, "layers", ()):
        declared = declared_input(m, layer)
        if declared is not None:
            outputs = (declared,)
            keep(m, id, inputs=outputs)
    if outputs is not None:
        keep(m, id, outputs=(call_value(m, layer, Arguments(outputs)),))


def build_chain(m: Machine, id: int, shape: Value) -> None:
    """``Sequential.build(input_shape)``: calls the layers, outside of the model's name scope."""
    if kept(m, id, "outputs") is not None or kept(m, id, "seen") is True:
        return
    first = make_input(m, Arguments((), {"batch_shape": shape, "name": "an input"}))
    value: Value = first
    for layer in kept(m, id, "layers", ()):
        value = call_value(m, layer, Arguments((value,)))
    keep(m, id, inputs=(first,), outputs=(value,))


def ends(m: Machine, unit: KerasUnit, name: str) -> tuple[Value, ...]:
    """``model.inputs`` or ``model.outputs``; a Sequential's layers are called for them."""
    held = kept(m, unit.id, name)
    if isinstance(held, tuple):
        return held
    layers = kept(m, unit.id, "layers")
    if not isinstance(layers, tuple):
        layers = tuple(KerasUnit(one, "Layer") for one in m.heap[unit.id].parts)
        if not all(kept(m, one.id, "many") is True for one in layers) or not layers:
            return (m.unknown(name, tame=True),)
    first = kept(m, unit.id, "input")
    if first is None:
        first = KerasTensor(("keras input", unit.id), ())
        first.op = "Placeholder"
        keep(m, unit.id, input=first)
    if name == "inputs":
        return (first,)
    value: Value = first
    for at, layer in enumerate(layers):
        behind = (value, m.unknown("the layer's weights"))
        value = KerasTensor(("keras output", unit.id, at), behind, UNSEEN, layer, (value,))
    return (value,)


MODELS: dict[str, Model] = {
    "tf.keras.Sequential": make_sequential,
    "tf.keras.models.Sequential": make_sequential,
}
