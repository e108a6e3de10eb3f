"""Keras layers and models on the heap: what is inside of what, and their flags.

A unit's bookkeeping (``keras_state.Unit``) is one heap object; what else it keeps (its name,
its layers as values, its outputs) is another. Objects of the program whose classes inherit
from Keras are units too: what is inside them is read from their attributes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models.keras.state import Optimizer, Unit, inside
from scopecheck.models.names import canonical
from scopecheck.models.tensors import UNSEEN, Dims, Tensor
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import (
    ClassRef,
    DictRef,
    Extern,
    Foreign,
    Instance,
    Items,
    Key,
    ListRef,
    Table,
    Value,
)
from scopecheck.trace import LayerAsked, LayerStep, WeightsHandled

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

EMPTY: immutables.Map[str, Value] = immutables.Map()
_UNIT = "<keras>"
_MODELS = frozenset({"Model", "Sequential", "Functional", "Network", "Container", "Graph"})
_NO_UNITS = frozenset(
    "callbacks utils optimizers losses metrics constraints initializers regularizers datasets "
    "preprocessing backend activations wrappers saving random ops dtype_policies".split()
)


class HeapStore:
    """The bookkeeping of units, kept on the current path's heap."""

    def __init__(self, m: Machine) -> None:
        self.m = m

    def unit(self, id: int) -> Unit:
        """A unit; one that is an object of the program holds what its attributes hold now."""
        held: Unit = self.m.heap[id]
        source = self.m.heap.get(beside("object", id))
        if source is None:
            return held
        parts = (*held.parts, *parts_of(self.m, source))
        return replace(held, parts=tuple(dict.fromkeys(parts)))

    def put_unit(self, id: int, unit: Unit) -> None:
        """Keeps a unit."""
        self.m.write(id, unit)

    def optimizer(self, id: int) -> Optimizer:
        """An optimizer."""
        held: Optimizer = self.m.heap.get(beside("optimizer", id)) or Optimizer()
        return held

    def put_optimizer(self, id: int, optimizer: Optimizer) -> None:
        """Keeps an optimizer."""
        self.m.write(beside("optimizer", id), optimizer)


class KerasUnit(Foreign):
    """A layer or a model that Keras's own classes made; cls: the class's name."""

    __slots__ = ("cls", "id")

    def __init__(self, id: int, cls: str) -> None:
        self.id = id
        self.cls = cls

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KerasUnit) and other.id == self.id

    def __hash__(self) -> int:
        return hash(("keras", self.id))

    def __repr__(self) -> str:
        return f"<{self.cls} {self.id}>"

    @property
    def is_model(self) -> bool:
        """Whether it can be compiled."""
        return self.cls in _MODELS

    def get_attribute(self, m: Machine, name: str) -> Value:
        """An attribute or a method, as its kind has it."""
        from scopecheck.models.keras.members import unit_attribute

        return unit_attribute(m, self, name)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """``trainable`` acts on everything inside; the rest is kept."""
        from scopecheck.models.keras.members import set_unit_attribute

        set_unit_attribute(m, self, name, value)

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is an object of a class of Keras's."""
        from scopecheck.models.keras.members import unit_is_instance

        return unit_is_instance(m, self, kind)

    def call(self, m: Machine, args: Any) -> Value:
        """Calls the layer or model on tensors."""
        from scopecheck.models.keras.layers import call_unit

        return call_unit(m, self, args)


class KerasTensor(Tensor):
    """What a layer or a model returns; fed: the tensors that it was called on."""

    __slots__ = ("fed", "unit")

    def __init__(
        self,
        key: tuple[Any, ...] | Key,
        inputs: tuple[Value, ...],
        shape: Dims = UNSEEN,
        unit: Value = None,
        fed: tuple[Value, ...] = (),
    ) -> None:
        super().__init__(key, "Keras", inputs, shape, "float32")
        self.unit = unit
        self.fed = fed


def new_unit(m: Machine, cls: str, unit: Unit, **kept: Value) -> KerasUnit:
    """A new layer or model; where it was made is kept, and for a clone also its origin."""
    made = KerasUnit(m.allocate(unit), cls)
    path = m.path() if unit.weights or cls in _MODELS else ()
    born: dict[str, Value] = {"made": path, "origin": path[-1]} if path else {}
    m.write(_place(made.id), EMPTY.update({**born, **kept}))
    return made


DTYPE = "dtype of the weights"
"""Under what a layer of the program keeps the dtype it was given, or was first called on."""


def beside(what: str, id: Any) -> Any:
    """The heap's key of something that belongs to another object."""
    return (f"keras {what}", id)


def _place(id: int) -> Any:
    return beside("kept", id)


def kept(m: Machine, id: int, name: str, default: Value = None) -> Value:
    """Something that a unit keeps beside its bookkeeping."""
    return m.heap.get(_place(id), EMPTY).get(name, default)


def keep(m: Machine, id: int, **values: Value) -> None:
    """Keeps something with a unit."""
    m.write(_place(id), m.heap.get(_place(id), EMPTY).update(values))


# -- objects of the program -------------------------------------------------------------


def base_of(cls: ClassRef) -> str | None:
    """The Keras class that a class of the program inherits from, None where it is no unit."""
    for base in cls.mro:
        if isinstance(base, Extern):
            name = canonical(base.name)
            if not name.startswith(("tf.keras.", "tf.python.keras.")):
                continue
            parts = name.split(".")[2:]
            if not _NO_UNITS.intersection(parts[:-1]):
                return parts[-1]
    return None


def is_model_class(cls: ClassRef) -> bool:
    """Whether a class of the program inherits a model of Keras's."""
    return base_of(cls) in _MODELS


def unit_of(m: Machine, value: Value) -> int | None:
    """The number of a unit; None for what is none."""
    if isinstance(value, KerasUnit):
        return value.id
    if isinstance(value, Instance) and base_of(value.cls) is not None:
        held = m.heap[value.id].get(_UNIT)
        return held if isinstance(held, int) else _register(m, value)
    return None


def take_parts(m: Machine, id: int, layers: tuple[Value, ...]) -> None:
    """Makes these the layers of a unit."""
    layers = tuple(dict.fromkeys(layers))
    ids = tuple(one for one in (unit_of(m, layer) for layer in layers) if one is not None)
    m.write(id, replace(m.heap[id], parts=ids))
    keep(m, id, layers=layers)


def _register(m: Machine, value: Instance) -> int:
    """An object's bookkeeping: what its class adds itself is not known to be weights."""
    own = class_attribute(m, value.cls, "build") is not None
    base = base_of(value.cls) or ""
    unit = Unit(weights=own or (base != "Layer" and base not in _MODELS))
    id = m.allocate(unit)
    keep(m, id, made=m.path(), origin=value.cls.site)
    m.write(beside("object", id), value)
    m.write(value.id, m.heap[value.id].set(_UNIT, id))
    return id


def parts_of(m: Machine, value: Instance, depth: int = 3) -> tuple[int, ...]:
    """The units among an object's attributes, also in lists and dicts, as they were made."""
    held = m.heap[value.id]
    return tuple(sorted(_units_in(m, (v for name, v in held.items() if name != _UNIT), depth)))


def _units_in(m: Machine, values: Iterable[Value], depth: int) -> Iterable[int]:
    for value in values:
        id = unit_of(m, value)
        if id is not None:
            yield id
        elif depth and isinstance(value, tuple):
            yield from _units_in(m, value, depth - 1)
        elif depth and isinstance(value, (ListRef, DictRef)):
            held = m.contents(value)
            if isinstance(held, Items):
                yield from _units_in(m, held.items, depth - 1)
            elif isinstance(held, Table):
                yield from _units_in(m, held.items.values(), depth - 1)


def is_standalone(m: Machine) -> bool:
    """Whether the program imports Keras's own package, whose variables have other names."""
    return m.heap.get(beside("standalone", None)) is True


def imported(m: Machine, name: str) -> None:
    """Notes an import of Keras's own package."""
    if name == "keras" or name.startswith("keras."):
        m.write(beside("standalone", None), True)


def is_certain(m: Machine, id: int) -> bool:
    """Whether a unit surely has the weights that it is taken to have."""
    return kept(m, id, "certain", True) is not False and beside("object", id) not in m.heap


def is_unbuilt(m: Machine, id: int) -> bool:
    """Whether an object of the program surely has no weights yet: it makes them when called."""
    store = HeapStore(m)
    inner = [one for one in inside(store, id) if one != id]
    source = m.heap.get(beside("object", id))
    if source is None or store.unit(id).weights or kept(m, id, "built") is True or not inner:
        return False
    if class_attribute(m, source.cls, "build") is not None:
        return False
    return all(
        store.unit(one).weights
        and is_certain(m, one)
        and kept(m, one, "built") is not True
        and not store.unit(one).parts
        and not _is_given_shape(kept(m, one, "given"))
        for one in inner
    )


def _is_given_shape(given: Any) -> bool:
    names = {"input_shape", "batch_input_shape", "input_dim", "weights"}
    return given is None or not names.isdisjoint(given.kwargs)


def told(m: Machine, layer: LayerStep) -> LayerStep:
    """With what is known of how the layer was made, and of what is done with it."""
    id = layer.layer
    if kept(m, id, "lost") is True:
        two, three = replace(layer.two, trained=None), replace(layer.three, trained=None)
        layer = replace(layer, two=two, three=three)
    return replace(
        layer,
        certain=is_certain(m, id),
        made=kept(m, id, "made", ()),
        origin=kept(m, id, "origin"),
        handled=kept(m, id, "handled") is True,
    )


def layer_asked(m: Machine, id: int) -> LayerAsked:
    """What is known of a layer with weights that gives a part of an answer."""
    return LayerAsked(id, is_certain(m, id), kept(m, id, "made", ()), kept(m, id, "origin"))


def handle(m: Machine, id: int) -> None:
    """Notes that the program gets at the weights of everything inside a unit."""
    units = frozenset(inside(HeapStore(m), id))
    for one in units:
        keep(m, one, handled=True)
    m.emit(WeightsHandled(m.site(), m.path(), units))


def unseen_unit(m: Machine, what: str) -> KerasUnit:
    """A stand-in for a layer that the analysis can't see: it may have weights."""
    return new_unit(m, what, Unit(weights=True), certain=False)
