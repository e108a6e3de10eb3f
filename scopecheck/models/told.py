"""What a path records beside the trace's own events, to be told once the path has ended.

While a path runs, its records hold the models' tensors; ``Teller`` turns these into what
the trace keeps of them, each tensor once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.gradients import (
    holds_no_variable,
    is_data,
    reached_variables,
    stops_gradient,
)
from scopecheck.symbolic.choices import alternatives
from scopecheck.symbolic.conditions import literals
from scopecheck.symbolic.implied import with_implied
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.values import (
    THROUGH,
    DictRef,
    Instance,
    Items,
    Table,
    Unknown,
    Value,
)
from scopecheck.trace import GIVEN, Computed, Decisions, Event

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Teller:
    """Makes the trace's records of one entry: every tensor and every question once."""

    def __init__(self) -> None:
        self._tensors: dict[Value, Computed] = {}
        self._questions: dict[Any, int] = {}
        self.called: dict[int, Any] = {}

    def under(self, decisions: Mapping[Any, Any]) -> Decisions:
        """Decisions by number, and what they imply."""
        numbers = self._questions
        return frozenset(
            (numbers.setdefault(key, len(numbers)), answer)
            for key, answer in with_implied(literals(decisions)).items()
        )

    def computed(self, value: Value) -> Computed:
        """What a tensor was computed from; something unknown is lost."""
        known = self._tensors.get(value)
        if known is not None:
            return known
        pending: list[tuple[Value, bool]] = [(value, False)]
        while pending:
            one, ready = pending.pop()
            if one in self._tensors:
                continue
            if ready or not isinstance(one, Tensor):
                self._tensors[one] = self._make(one)
                continue
            pending.append((one, True))
            for other in (*_sources(one.inputs), *_sources(one.after)):
                if other not in self._tensors:
                    pending.append((other, False))
        return self._tensors[value]

    def every(self, values: Iterable[Value]) -> tuple[Computed, ...]:
        """Several."""
        return tuple(self.computed(one) for one in values)

    def _make(self, value: Value) -> Computed:
        if not isinstance(value, Tensor):
            if isinstance(value, Unknown) and is_data(value):
                return Computed("Data")
            given = isinstance(value, Unknown) and holds_no_variable(value.key)
            return Computed(GIVEN if given else "Unknown", lost=True)
        if isinstance(value, VariableTensor):
            return Computed("Variable", variable=value.record.name, graph=value.record.graph)
        known = self._tensors
        return Computed(
            value.op,
            tuple(known[one] for one in _sources(value.inputs) if one in known),
            tuple(known[one] for one in _sources(value.after) if one in known),
            None,
            value.name,
            value.graph or 0,
            gradient=not stops_gradient(value),
        )


def _sources(values: Iterable[Value]) -> Iterable[Value]:
    """The tensors and unknowns among an operation's inputs; a size or a flag is no source."""
    for value in values:
        if isinstance(value, Tensor) or (isinstance(value, Unknown) and not value.kind):
            yield value
        elif isinstance(value, (tuple, list)):
            yield from _sources(value)


def tensors_in(m: Machine, values: Iterable[Value], depth: int = 3) -> tuple[Value, ...]:
    """The tensors, and unknowns that may be some, in values and the collections they hold."""
    found: dict[Value, None] = {}
    for value in values:
        if isinstance(value, Tensor) or (isinstance(value, Unknown) and not value.kind):
            found[value] = None
        elif depth and isinstance(value, Record):
            found.update(dict.fromkeys(tensors_in(m, value.values, depth - 1)))
        elif isinstance(getattr(value, "tensor", None), Tensor):
            found[value.tensor] = None
        elif depth and isinstance(value, tuple):
            found.update(dict.fromkeys(tensors_in(m, value, depth - 1)))
        elif depth and hasattr(value, "id"):
            found.update(dict.fromkeys(tensors_in(m, _members(m, value), depth - 1)))
    return tuple(found)


def outcome(m: Machine, text: str, values: Iterable[Value]) -> Unknown:
    """What a call outside the program gives back; gradients may flow through it to variables."""
    made = m.unknown(text, tame=True)
    if any(_may_depend(one) for one in tensors_in(m, values)):
        return Unknown((THROUGH, made.key), text, tame=True)
    return made


def _may_depend(value: Value) -> bool:
    if isinstance(value, Unknown):
        return not (holds_no_variable(value.key) or is_data(value))
    return reached_variables(value) != frozenset()


def _members(m: Machine, value: Value) -> Iterable[Value]:
    """The values that a list, a dict or an object of the program holds, whichever way it went.

    Telling splits no path: it is done where a call has ended already.
    """
    for held in alternatives(m.heap.get(value.id)):
        if isinstance(held, Items):
            yield from held.items
        elif isinstance(held, Table) and isinstance(value, DictRef):
            yield from held.items.values()
        elif isinstance(value, Instance) and held is not None:
            for slot in held.values():
                yield from alternatives(slot)


class Raw(ABC):
    """A record in a path's history that becomes an event when the path has ended.

    quiet: it tells of nothing that changes a graph.
    """

    __slots__ = ()
    quiet = False

    @abstractmethod
    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event; ``cell`` is the record's place in the history."""
