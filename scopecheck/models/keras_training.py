"""``trainable``, ``compile``, ``train_on_batch`` and ``fit`` on the current path.

Both Kerases are followed at once: which one a program runs with is for the rules to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scopecheck.models.keras_state import compile_model, set_trainable
from scopecheck.models.keras_steps import frozen, layer_steps
from scopecheck.models.keras_units import (
    HeapStore,
    beside,
    is_certain,
    keep,
    kept,
    unit_of,
)
from scopecheck.models.opaque import Opaque
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Instance, ListRef, Unknown, Value
from scopecheck.symbolic.written import receiver_text
from scopecheck.trace import Compiled as CompiledEvent
from scopecheck.trace import Site, TrainableSet, TrainStep

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class KerasOptimizer(Opaque):
    """An optimizer object: which one it is tells whether two models share it."""

    __slots__ = ("place",)

    def __init__(self, what: str, place: int) -> None:
        super().__init__(what)
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KerasOptimizer) and other.place == self.place

    def __hash__(self) -> int:
        return hash(("keras optimizer", self.place))


def assign_trainable(m: Machine, id: int, value: Value) -> None:
    """``unit.trainable = value``."""
    on = m.truth(needed(m, value))
    event = TrainableSet(m.site(), m.path(), id, receiver_text(m.node), on)
    set_trainable(HeapStore(m), id, on, event)
    m.emit(event)


def compile_unit(m: Machine, unit: Value, a: Arguments) -> Value:
    """``model.compile(optimizer, loss)``."""
    id = unit_of(m, unit)
    if id is None:
        return None
    optimizer = a.kwargs.get("optimizer", a.args[0] if a.args else None)
    place = optimizer.place if isinstance(optimizer, KerasOptimizer) else m.allocate(None)
    store = HeapStore(m)
    compile_model(store, id, place)
    event = CompiledEvent(m.site(), m.path(), id, receiver_text(m.node), frozen(store, id))
    keep(m, id, compiled=event, sites=(), optimizer=optimizer)
    m.emit(event)
    return None


def compiled_optimizer(m: Machine, id: int) -> Value:
    """``model.optimizer``."""
    held = kept(m, id, "optimizer")
    return held if held is not None else Opaque("optimizer")


def train_unit(m: Machine, unit: Value, a: Arguments, function: str) -> Value:
    """A step of the model, or the many of ``fit``."""
    id = unit_of(m, unit)
    if id is not None and not _own_step(m, unit, function) and m.heap[id].compiled is not None:
        m.emit(_step(m, id, a, function))
    return m.unknown(f"the result of {function}", tame=True)


def _own_step(m: Machine, unit: Value, function: str) -> bool:
    """Runs a ``train_step`` of the program's own, which trains whatever it likes."""
    step = find_attribute(m, unit, "train_step") if isinstance(unit, Instance) else None
    if step is None:
        return False
    m.call(step, (m.unknown("a batch", tame=True),))
    return True


def _step(m: Machine, id: int, a: Arguments, function: str) -> TrainStep:
    store = HeapStore(m)
    sites: tuple[Site, ...] = kept(m, id, "sites", ())
    elsewhere = bool(sites) and m.site() not in sites
    layers = tuple(layer_steps(store, id, elsewhere, lambda one: is_certain(m, one)))
    keep(m, id, sites=tuple(dict.fromkeys((*sites, m.site()))))
    return TrainStep(
        m.site(),
        m.path(),
        id,
        receiver_text(m.node),
        function,
        kept(m, id, "compiled"),
        layers,
        tuple(loop.site for loop in m.loops),
        frozenset(_fakes(m, a.every())),
    )


def _fakes(m: Machine, values: tuple[Value, ...], depth: int = 2) -> Iterator[int]:
    """The models whose ``predict`` gave some of the values."""
    for value in values:
        if isinstance(value, Unknown):
            made = m.heap.get(beside("predicted", value.key))
            if made is not None:
                yield made
        elif depth and isinstance(value, (tuple, ListRef)):
            held = iterate(m, value)
            yield from _fakes(m, held.items if held is not None else (), depth - 1)


def predict(m: Machine, unit: Value, a: Arguments) -> Value:
    """``model.predict(x)``: data, of which the model is remembered."""
    made = m.unknown("the result of predict", tame=True)
    id = unit_of(m, unit)
    if id is not None:
        m.write(beside("predicted", made.key), id)
    return made


def _trains(function: str) -> Callable[[Machine, Value, Arguments], Value]:
    return lambda m, unit, a: train_unit(m, unit, a, function)


METHODS: dict[str, Callable[[Any, Value, Any], Value]] = {
    "compile": compile_unit,
    "predict": predict,
    "predict_on_batch": predict,
    **{name: _trains(name) for name in ("train_on_batch", "fit", "fit_generator")},
}
