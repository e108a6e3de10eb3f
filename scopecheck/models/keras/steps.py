"""What a training step does with each layer, as a trace tells it, from the bookkeeping."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.models.keras.state import (
    Compiled,
    Flag,
    Keras,
    Step,
    Store,
    anew,
    inside,
    train,
)
from scopecheck.trace import Decided, LayerStep

TWO, THREE = Keras.TENSORFLOW1, Keras.THREE


def frozen(store: Store, id: int) -> frozenset[int]:
    """The units inside a unit that an assignment has frozen."""
    flags = [store.unit(one).two for one in inside(store, id)]
    return frozenset(one.by.unit for one in flags if one.by is not None and not one.value)


def layer_steps(store: Store, id: int, elsewhere: bool) -> Iterator[LayerStep]:
    """Takes a step of a compiled model: what happens to each layer with weights.

    elsewhere: the model was trained before at other places, with other batches.
    """
    compiled: Compiled = store.unit(id).compiled  # type: ignore[assignment]
    again = anew(store, id, THREE) if elsewhere else None
    two, three = train(store, id, TWO), train(store, id, THREE)
    for one, within in weighted(store, id):
        held = store.unit(one)
        flag = compiled.flags.get(one, held.two)
        yield LayerStep(
            one,
            within,
            True,
            _decided(two, one, held.two, None),
            _decided(three, one, held.variables, again),
            flag.value,
            flag.by,
        )


def _decided(step: Step, layer: int, now: Flag, again: Step | None) -> Decided:
    """A layer's fate; not known where a step made anew would do something else."""
    trained: bool | None = layer in step.trained
    if step.error is not None or (again is not None and (layer in again.trained) != trained):
        trained = None
    flag = step.deciding.get(layer, now)
    return Decided(trained, flag.by, now.value, now.by)


def weighted(store: Store, id: int) -> Iterator[tuple[int, frozenset[int]]]:
    """The units with weights in a model, each with all that it is inside of."""
    around: dict[int, set[int]] = {}

    def visit(one: int, outer: frozenset[int]) -> None:
        here = outer | {one}
        known = around.setdefault(one, set())
        if here <= known:
            return
        known |= here
        for part in store.unit(one).parts:
            visit(part, here)

    visit(id, frozenset())
    for one in inside(store, id):
        if store.unit(one).weights:
            yield one, frozenset(around[one])
