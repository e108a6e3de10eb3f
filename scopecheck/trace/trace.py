"""A trace: the events of one entry, its variables and which call paths hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from scopecheck.trace.errors import TensorFlowError
from scopecheck.trace.events import Event
from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.variables import Variable

EventT = TypeVar("EventT", bound=Event)
Fact = TypeVar("Fact")

__all__ = ["Ending", "Holding", "TensorFlowError", "Trace", "once"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One variable and the call paths that got hold of it, in order."""

    variable: Variable
    paths: tuple[CallPath, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How one path through the entry ends: its inventory, its error, its condition.

    ``error`` is None if the path runs through; ``complete`` is False where a budget or an
    unresolved call leaves the inventory unsure.
    """

    holdings: tuple[Holding, ...]
    error: TensorFlowError | None = None
    error_path: CallPath = ()
    when: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """What one entry does.

    entry: ``gan.py`` for a script, ``gan.py::discriminator`` for a function nothing
    reached. closed: True for a script, which starts on an empty default graph.
    tensorflow: the version whose behaviour is modelled, ``0.12``, ``1.15`` or ``2.21``. keras:
    ``2`` or ``3``, None where it is not known which of them the program is run with. opened: what
    an entry that is no script is (a ``function``, a ``method`` or a ``class``, after ``called``
    where something of its name is called), and where.
    finished: the sites of the events on paths that were followed to their end, None if all were.
    """

    entry: str
    closed: bool
    tensorflow: str
    events: tuple[Event, ...] = ()
    endings: tuple[Ending, ...] = field(default=())
    keras: str | None = None
    opened: tuple[str, Site] | None = None
    finished: frozenset[Site] | None = None
    _by_kind: dict[type, tuple[Event, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _facts: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def before_one(self) -> bool:
        """Whether it is of a TensorFlow before 1.0."""
        return self.tensorflow.startswith("0.")

    def of(self, kind: type[EventT]) -> Iterator[EventT]:
        """The events of one kind, in order."""
        found = self._by_kind.get(kind)
        if found is None:
            found = tuple(event for event in self.events if isinstance(event, kind))
            self._by_kind[kind] = found
        return iter(found)  # type: ignore[arg-type]


def once(ask: Callable[[Trace], Fact]) -> Callable[[Trace], Fact]:
    """A question about a trace that is answered once; nobody changes the answer."""

    @wraps(ask)
    def answer(trace: Trace) -> Fact:
        if ask not in trace._facts:
            trace._facts[ask] = ask(trace)
        found: Fact = trace._facts[ask]
        return found

    return answer
