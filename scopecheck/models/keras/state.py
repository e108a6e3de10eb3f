"""What ``trainable``, ``compile`` and a training step do, in Keras 2 and in Keras 3.

Pure bookkeeping over units, which are layers and models, each known by a number. It equals
what every order of a few steps does in four Kerases, see ``tests/keras_truth``.

Sources. Keras 2, tf_keras/src/engine: ``Layer.trainable`` and ``trainable_weights`` in
base_layer.py; ``RespectCompiledTrainableState`` in training_utils.py; ``_make_train_function``
in training_v1.py. Keras 3, keras/src: ``Layer.trainable`` in layers/layer.py; ``train_step``
and ``make_train_function`` in backend/tensorflow/trainer.py.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

import immutables

EMPTY: immutables.Map[Any, Any] = immutables.Map()


class Keras(enum.Enum):
    """The implementations that behave differently."""

    TENSORFLOW1 = "keras2-tf1"
    EAGER = "keras2-eager"
    GRAPH = "keras2-graph"
    THREE = "keras3"


@dataclass(frozen=True, slots=True)
class Flag:
    """A ``trainable`` flag, and the assignment that set it; None: it is as it was made."""

    value: bool = True
    by: Any = None


@dataclass(frozen=True, slots=True)
class Step:
    """A training step: whose weights it changes, and whose moving statistics.

    deciding: for each unit with weights the flag that decides whether they are trained.
    error: the type of the error that it ends with instead.
    """

    trained: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    deciding: immutables.Map[int, Flag] = EMPTY
    warning: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Compiled:
    """What ``compile`` took note of: the flags then, and the optimizer's number.

    traced: the steps that were made from it, by implementation.
    """

    flags: immutables.Map[int, Flag]
    optimizer: int
    traced: immutables.Map[Keras, Step] = EMPTY


@dataclass(frozen=True, slots=True)
class Unit:
    """A layer or a model.

    parts: what is directly inside. weights, statistics: whether it has weights of its own to
    train, and statistics that training moves. two, three: its flag in Keras 2 and in Keras 3;
    variables: Keras 3's flag of the weights themselves.
    """

    parts: tuple[int, ...] = ()
    weights: bool = False
    statistics: bool = False
    two: Flag = Flag()
    three: Flag = Flag()
    variables: Flag = Flag()
    compiled: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Optimizer:
    """The units whose weights an optimizer knows, by implementation, once it is built."""

    built: immutables.Map[Keras, frozenset[int]] = EMPTY


class Store(Protocol):
    """Where units and optimizers are kept, by number."""

    def unit(self, id: int) -> Unit: ...
    def put_unit(self, id: int, unit: Unit) -> None: ...
    def optimizer(self, id: int) -> Optimizer: ...
    def put_optimizer(self, id: int, optimizer: Optimizer) -> None: ...


NO_WEIGHTS = "The model does not have any trainable weights."
DISCREPANCY = "Discrepancy between trainable weights and collected trainable weights"


def inside(store: Store, id: int) -> Iterator[int]:
    """A unit and everything inside it, each once, the outer ones first."""
    seen: set[int] = set()
    pending = [id]
    while pending:
        one = pending.pop(0)
        if one not in seen:
            seen.add(one)
            yield one
            pending.extend(store.unit(one).parts)


def set_trainable(store: Store, id: int, value: bool, by: Any = None) -> None:
    """``unit.trainable = value``: everything inside is set too, Keras 3's variables as well.

    Keras 3 on TensorFlow passes over what has this value already, with all that is inside.
    """
    flag = Flag(value, by)
    for one in inside(store, id):
        store.put_unit(one, replace(store.unit(one), two=flag))
    pending = [id]
    while pending:
        one = pending.pop()
        unit = store.unit(one)
        if unit.three.value != value:
            store.put_unit(one, replace(unit, three=flag, variables=flag))
            pending.extend(unit.parts)


def compile_model(store: Store, id: int, optimizer: int) -> None:
    """``model.compile(optimizer)``."""
    flags = {one: store.unit(one).two for one in inside(store, id)}
    compiled = Compiled(immutables.Map(flags), optimizer)
    store.put_unit(id, replace(store.unit(id), compiled=compiled))


def train(store: Store, id: int, keras: Keras) -> Step:
    """``model.train_on_batch`` or ``fit``."""
    compiled = store.unit(id).compiled
    if compiled is None:
        return Step(error="ValueError" if keras is Keras.THREE else "RuntimeError")
    known = compiled.traced.get(keras)
    step = known if known is not None else _build(store, id, keras, compiled)
    if step.error is not None:
        return step
    if known is None:
        traced = compiled.traced.set(keras, replace(step, warning=None))
        store.put_unit(id, replace(store.unit(id), compiled=replace(compiled, traced=traced)))
    if keras in (Keras.TENSORFLOW1, Keras.GRAPH):
        now = deciding(store, id, {one: store.unit(one).two for one in inside(store, id)})
        collected = deciding(store, id, compiled.flags)
        if sum(f.value for f in now.values()) != sum(f.value for f in collected.values()):
            return replace(step, warning=DISCREPANCY)
    return step


def anew(store: Store, id: int, keras: Keras) -> Step | None:
    """What a step would do if it were made now; None where the model isn't compiled."""
    compiled = store.unit(id).compiled
    return None if compiled is None else _made(store, id, keras, compiled)


def _build(store: Store, id: int, keras: Keras, compiled: Compiled) -> Step:
    """Makes the step's function; the optimizer learns which weights there are."""
    step = _made(store, id, keras, compiled)
    if keras not in (Keras.EAGER, Keras.THREE) or not step.trained:
        return step
    optimizer = store.optimizer(compiled.optimizer)
    built = optimizer.built.get(keras)
    if built is None:
        known = optimizer.built.set(keras, step.trained)
        store.put_optimizer(compiled.optimizer, replace(optimizer, built=known))
    elif not step.trained <= built:
        return Step(error="ValueError" if keras is Keras.THREE else "KeyError")
    return step


def _made(store: Store, id: int, keras: Keras, compiled: Compiled) -> Step:
    """What a step made now does: Keras 2 goes back to the flags of compile."""
    three = keras is Keras.THREE
    flags = compiled.flags
    decided = deciding(store, id, None if three else flags)
    trained = frozenset(one for one, flag in decided.items() if flag.value)
    moved = frozenset(
        one
        for one in inside(store, id)
        if store.unit(one).statistics
        and (store.unit(one).three if three else flags.get(one, store.unit(one).two)).value
    )
    warning = NO_WEIGHTS if three and not trained else None
    return Step(trained, moved, immutables.Map(decided), warning)


def deciding(store: Store, id: int, flags: Mapping[int, Flag] | None) -> dict[int, Flag]:
    """For each unit with weights in a unit: the flag that decides whether they are trained.

    flags: Keras 2's, None for Keras 3. A weight is trained where one way to it passes no
    flag that is off; in Keras 3 only the outermost flag and the variable's own count.
    """
    found: dict[int, Flag] = {}
    visited: set[tuple[int, Flag | None]] = set()

    def visit(one: int, off: Flag | None) -> None:
        if (one, off) in visited:
            return
        visited.add((one, off))
        unit = store.unit(one)
        flag = unit.variables if flags is None else flags.get(one, unit.two)
        if off is None and flags is None and one == id and not unit.three.value:
            off = unit.three
        if off is None and flags is not None and not flag.value:
            off = flag
        if unit.weights:
            here = flag if off is None else off
            if one not in found or (here.value and not found[one].value):
                found[one] = here
        for part in unit.parts:
            visit(part, off)

    visit(id, None)
    return found
