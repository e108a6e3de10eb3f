"""``trainable``, ``compile``, ``train_on_batch`` and ``fit`` on the current path.

Both Kerases are followed at once: which one a program runs with is for the rules to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from scopecheck.models.keras import fitted
from scopecheck.models.keras.graph import own_variables, units_inside
from scopecheck.models.keras.optimizers import KerasOptimizer
from scopecheck.models.keras.state import compile_model, inside, set_trainable
from scopecheck.models.keras.steps import frozen, layer_steps, weighted
from scopecheck.models.keras.units import (
    HeapStore,
    beside,
    keep,
    kept,
    layer_asked,
    told,
    unit_of,
)
from scopecheck.models.numpy.array import Array
from scopecheck.models.opaque import Opaque
from scopecheck.symbolic.conditions import literals, rests_on_opaque
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Instance, ListRef, Method, Unknown, Value
from scopecheck.symbolic.written import gone_over, in_branch, receiver_text
from scopecheck.trace import Compiled as CompiledEvent
from scopecheck.trace import Predicted, Site, TrainableSet, TrainStep

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


Moments = Mapping[str, bool]
"""The methods of callbacks, in order, and whether they are told a number."""

_FIRST: Moments = {
    "on_train_begin": False,
    "on_epoch_begin": True,
    "on_batch_begin": True,
    "on_train_batch_begin": True,
}
_BETWEEN: Moments = {
    "on_train_batch_end": True,
    "on_batch_end": True,
    "on_epoch_end": True,
    "on_epoch_begin": True,
    "on_batch_begin": True,
    "on_train_batch_begin": True,
}
_TRAINED = beside("trained", None)


def has_trained(m: Machine) -> bool:
    """Whether a model was trained on this path."""
    return m.heap.get(_TRAINED) is True


def assign_trainable(m: Machine, id: int, value: Value) -> None:
    """``unit.trainable = value``; lost: whether it is so hangs on what nobody can tell."""
    on = m.truth(needed(m, value))
    name = receiver_text(m.node)
    each = gone_over(m.frame.code.node, m.node, name)
    held = tuple(one.record for part in units_inside(m, id) for one in own_variables(m, part))
    event = TrainableSet(m.site(), m.path(), id, name, on, each, variables=held)
    store = HeapStore(m)
    set_trainable(store, id, on, event)
    m.emit(event)
    lost = rests_on_opaque(literals(m.decisions), m.texts) and in_branch(m.frame.code.node, m.node)
    for one in inside(store, id):
        keep(m, one, lost=lost)


def compile_unit(m: Machine, unit: Value, a: Arguments) -> Value:
    """``model.compile(optimizer, loss)``."""
    id = unit_of(m, unit)
    if id is None:
        return None
    optimizer = fitted.optimizer_of(m, a.get(0, "optimizer"))
    place = optimizer.place if isinstance(optimizer, KerasOptimizer) else m.allocate(None)
    store = HeapStore(m)
    compile_model(store, id, place)
    event = CompiledEvent(m.site(), m.path(), id, receiver_text(m.node), frozen(store, id))
    keep(m, id, compiled=event, sites=(), batches=(), optimizer=optimizer)
    m.emit(event)
    fitted.compiled(m, unit, optimizer, a)
    return None


def compiled_optimizer(m: Machine, id: int) -> Value:
    """``model.optimizer``."""
    held = kept(m, id, "optimizer")
    return held if held is not None else Opaque("optimizer")


def train_unit(m: Machine, unit: Value, a: Arguments, function: str) -> Value:
    """A step of the model, or the many of ``fit``."""
    id = unit_of(m, unit)
    if id is not None and not _own_step(m, unit, function) and m.heap[id].compiled is not None:
        fitted.trained(m, unit, a)
        _call_back(m, unit, a, _FIRST, a.kwargs.get("initial_epoch", 0))
        m.emit(_step(m, id, a, function))
        before = m.trace
        later = m.unknown("epoch", free=True, kind="int", tame=True)
        _call_back(m, unit, a, _BETWEEN, later)
        if m.trace is not before:
            m.emit(_step(m, id, a, function))
    return m.unknown(f"the result of {function}", tame=True)


def _call_back(m: Machine, unit: Value, a: Arguments, moments: Moments, number: Value) -> None:
    """Runs the callbacks of the program's own classes; number: of the epoch or batch."""
    held = iterate(m, needed(m, a.kwargs.get("callbacks")))
    for one in held.items if held is not None else ():
        if isinstance(one, Instance):
            m.write(one.id, m.heap[one.id].set("model", unit))
        for name, numbered in moments.items() if isinstance(one, Instance) else ():
            method = find_attribute(m, one, name)
            if isinstance(method, Method):
                logs = m.unknown("logs", tame=True)
                m.call(method, (number, logs) if numbered else (logs,))


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
    batches: tuple[Value, ...] = kept(m, id, "batches", ())
    elsewhere = bool(sites) and m.site() not in sites and _batches(a) not in batches
    layers = [told(m, one) for one in layer_steps(store, id, elsewhere)]
    m.write(_TRAINED, True)
    keep(m, id, sites=tuple(dict.fromkeys((*sites, m.site()))), batches=(*batches, _batches(a)))
    return TrainStep(
        m.site(),
        m.path(),
        id,
        receiver_text(m.node),
        function,
        kept(m, id, "compiled"),
        tuple(layers),
        tuple(loop.site for loop in m.loops),
        frozenset(_fakes(m, a.every())),
        any(_mixes(m, one) for one in a.every()),
    )


def _batches(a: Arguments) -> Value:
    """What decides the sizes of the batches: Keras 3 makes a step anew for other sizes."""
    named = ("x", "y", "batch_size", "generator", "sample_weight", "class_weight")
    return (a.args[:3], *(a.kwargs.get(name) for name in named))


def _fakes(m: Machine, values: Iterable[Value], depth: int = 3) -> Iterator[int]:
    """The models whose ``predict`` gave some of the values, with all that is inside."""
    for value in values:
        if isinstance(value, Unknown):
            made = m.heap.get(beside("predicted", value.key))
            if made is not None:
                yield from inside(HeapStore(m), made)
        elif depth:
            yield from _fakes(m, _within(m, value), depth - 1)


def _within(m: Machine, value: Value) -> tuple[Value, ...]:
    """What a list holds, or the arrays that an array was put together from."""
    if isinstance(value, Array):
        return value.parts
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    return held.items if held is not None else ()


def _mixes(m: Machine, value: Value, depth: int = 3) -> bool:
    """Whether an array holds what a model predicted beside data from elsewhere."""
    if isinstance(value, Array) and value.parts:
        fakes = [bool(tuple(_fakes(m, (one,)))) for one in value.parts]
        if any(fakes) and not all(fakes):
            return True
    return depth > 0 and any(_mixes(m, one, depth - 1) for one in _within(m, value))


def predict(m: Machine, unit: Value, a: Arguments) -> Value:
    """``model.predict(x)``: data, of which the model is remembered."""
    fitted.asked(m, unit, a, "predict")
    made = m.unknown("the result of predict", tame=True)
    id = unit_of(m, unit)
    if id is not None:
        m.write(beside("predicted", made.key), id)
        layers = tuple(layer_asked(m, one) for one, _ in weighted(HeapStore(m), id))
        m.emit(Predicted(m.site(), m.path(), id, receiver_text(m.node), layers))
    return made


def _trains(function: str) -> Callable[[Machine, Value, Arguments], Value]:
    return lambda m, unit, a: train_unit(m, unit, a, function)


METHODS: dict[str, Callable[[Any, Value, Any], Value]] = {
    "compile": compile_unit,
    "predict": predict,
    "predict_on_batch": predict,
    **{name: _trains(name) for name in ("train_on_batch", "fit", "fit_generator")},
}
