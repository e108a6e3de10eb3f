"""What a program did with Keras' `trainable`, as the events of a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from scopecheck.models.keras.state import (
    Flag,
    Optimizer,
    Unit,
    compile_model,
    inside,
    set_trainable,
)
from scopecheck.models.keras.steps import frozen, layer_steps
from scopecheck.runtime.places import Places
from scopecheck.trace import (
    Compiled,
    Decided,
    Event,
    LayerStep,
    Site,
    TrainableSet,
    TrainStep,
)

Record = Mapping[str, Any]

_ENOUGH = 4  # steps for each compiled model, after which none is waited for any more


@dataclass(slots=True)
class _Units:
    """The units of a program and their flags, as the bookkeeping has them."""

    units: dict[int, Unit] = field(default_factory=dict)
    optimizers: dict[int, Optimizer] = field(default_factory=dict)

    def unit(self, id: int) -> Unit:
        return self.units[id]

    def put_unit(self, id: int, unit: Unit) -> None:
        self.units[id] = unit

    def optimizer(self, id: int) -> Optimizer:
        return self.optimizers.get(id, Optimizer())

    def put_optimizer(self, id: int, optimizer: Optimizer) -> None:
        self.optimizers[id] = optimizer

    def within(self, id: int) -> Iterator[int]:
        """A unit with all that is inside of it, as far as that was seen."""
        return inside(self, id) if id in self.units else iter((id,))

    def learn(self, record: Record) -> None:
        """Take note of what is inside of what; what is new has the flag that it was made with."""
        flags = dict(record["flags"])
        for id, parts in record["parts"]:
            flag = Flag(flags[id])
            known = self.units.get(id, Unit(two=flag, three=flag, variables=flag))
            weights = id in record["weighted"]
            self.units[id] = replace(known, parts=tuple(parts), weights=weights)


def version(records: Sequence[Record]) -> str | None:
    """The version of Keras that the program runs with; None where it compiles no model."""
    found = {record["keras"] for record in records if record["is"] == "UnitCompiled"}
    return found.pop() if len(found) == 1 else None


def keras_events(
    records: Sequence[Record], sites: Mapping[int, Site], places: Places, ended: bool
) -> Iterator[Event]:
    """The assignments, the compiles and, where enough were seen, the steps.

    ended: the program ran to its end; else the steps count only if no more are to come.
    """
    mine = [one for one in records if one["is"] in ("UnitSet", "UnitCompiled", "UnitStepped")]
    teller = _Teller(sites, places)
    enough = ended or _is_enough(mine)
    for record in mine:
        event = teller.event(record)
        if event is not None and (enough or not isinstance(event, TrainStep)):
            yield event


def _is_enough(records: Sequence[Record]) -> bool:
    compiled = {one["unit"] for one in records if one["is"] == "UnitCompiled"}
    steps = [one["unit"] for one in records if one["is"] == "UnitStepped"]
    return compiled <= set(steps) or len(steps) >= _ENOUGH * len(compiled)


class _Teller:
    """Makes the events, in order: what an assignment does depends on those before it."""

    def __init__(self, sites: Mapping[int, Site], places: Places) -> None:
        self._sites, self._places = sites, places
        self._store = _Units()
        self._compiled: dict[int, Compiled] = {}
        self._trained_at: dict[int, list[Site]] = {}

    def event(self, record: Record) -> Event | None:
        """The event of a record; None for a step of a model that nobody was seen to compile."""
        self._store.learn(record)
        unit, path = record["unit"], tuple(self._sites[one] for one in record["path"])
        name = self._places.receiver(path[-1]) or record["name"]
        if record["is"] == "UnitSet":
            event = TrainableSet(path[-1], path, unit, name, record["value"])
            set_trainable(self._store, unit, event.value, event)
            return event
        if record["is"] == "UnitCompiled":
            compile_model(self._store, unit, record["optimizer"])
            held = frozen(self._store, unit)
            self._compiled[unit] = Compiled(path[-1], path, unit, name, held)
            self._trained_at[unit] = []
            return self._compiled[unit]
        if unit not in self._compiled:
            return None
        before = self._trained_at[unit]
        elsewhere = bool(before) and path[-1] not in before
        before.append(path[-1])
        layers = layer_steps(self._store, unit, elsewhere)
        return TrainStep(
            path[-1],
            path,
            unit,
            name,
            record["function"],
            self._compiled[unit],
            tuple(_seen(one, frozenset(record["moved"])) for one in layers),
            tuple(loop for site in path for loop in self._places.loops(site)),
            frozenset(part for one in record["fakes"] for part in self._store.within(one)),
        )


def _seen(layer: LayerStep, moved: frozenset[int]) -> LayerStep:
    """What was measured wins: weights that changed are trained, whatever the flags say."""
    if layer.layer not in moved:
        return layer
    return replace(layer, two=_trained(layer.two), three=_trained(layer.three))


def _trained(decided: Decided) -> Decided:
    return replace(decided, trained=True)
