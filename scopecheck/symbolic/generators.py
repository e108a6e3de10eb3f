"""Iterators: what is left of them is on the heap; a generator runs up to its next yield."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.state import (
    NORMAL,
    RAISE,
    RETURN,
    TOO_MANY,
    YIELD,
    Flow,
    Resume,
    State,
    Suspended,
)
from scopecheck.symbolic.values import (
    MISSING,
    BuiltinType,
    Error,
    Frame,
    Function,
    Items,
    Missing,
    Raised,
    Ref,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.code import Code
    from scopecheck.symbolic.machine import Machine
    from scopecheck.trace import CallPath

LIMIT = 1024
ENDLESS = 4
"""How many items are taken of an iterator, and of one that never ends."""
CUT = "<cut>"
"""Set in a generator's frame by a loop of its that was not run to its end."""
EXIT = Error(BuiltinType(GeneratorExit))
"""What a generator sees at its yield when it is closed."""


class Iterator(Ref):
    """An iterator; the heap holds Items that are left, or a Paused, Steps or Ended."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Paused:
    """A generator between two yields: ``resume`` goes on in its frame."""

    frame: Frame
    resume: Resume

    @property
    def endless(self) -> bool:
        """Whether the generator has a loop without an end of its own."""
        return self.frame.code.endless


OPEN_END = Missing()


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """An iterator of Python's own over others: each step makes the next item.

    At the end it gives MISSING, or OPEN_END where not every item of another was seen.
    """

    step: Callable[[Machine], Value]
    endless: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A generator that returned; ``open`` where not every item was seen."""

    value: Value = None
    open: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class GeneratorContext:
    """A ``@contextmanager`` function's call: run when entered."""

    function: Function
    arguments: Any = field(default=None)


def new_generator(m: Machine, frame: Frame) -> Iterator:
    """A generator that has not started."""

    def start(m: Machine, state: State, sent: Flow) -> list[Flow]:
        m.reached[frame.code] = None
        return m.run_body(frame, frame.code.body, state)

    return Iterator(m.allocate(Paused(frame, start)))


def new_iterator(m: Machine, held: Items) -> Iterator:
    """An iterator over known items."""
    return Iterator(m.allocate(held))


def new_steps(m: Machine, step: Callable[[Machine], Value], endless: bool = False) -> Iterator:
    """An iterator whose items are made one by one."""
    return Iterator(m.allocate(Steps(step, endless)))


def advance(m: Machine, value: Iterator, sent: Value = None, error: Value = None) -> Value:
    """The next item, MISSING at the end; sends a value or throws an error into a generator."""
    held = m.heap[value.id]
    if isinstance(held, Items):
        if held.items:
            m.write(value.id, Items(held.items[1:], held.open))
            return held.items[0]
        return m.unknown("an item") if held.open else MISSING
    if isinstance(held, Steps):
        item = held.step(m)
        if item is MISSING or item is OPEN_END:
            m.write(value.id, Ended(open=item is OPEN_END))
            return MISSING
        return item
    if isinstance(held, Paused):
        given = Flow(NORMAL if error is None else RAISE, m.save(), sent if error is None else error)
        return m.choose(lambda: _resumed(m, value, held, given))
    return MISSING


def _way_to(m: Machine, code: Code) -> CallPath:
    """The way to who asks for the next item; an expression runs inside its own function."""
    asking = m.frame.code
    own = code.name == "<genexpr>" and (code.file, code.cell) == (asking.file, asking.cell)
    return m.frame.path if own and code.qualname == asking.qualname else m.path()


def _resumed(m: Machine, value: Iterator, held: Paused, sent: Flow) -> list[Flow]:
    m.step()
    held.frame.path, held.frame.place = _way_to(m, held.frame.code), -1
    out: list[Flow] = []
    for flow in held.resume(m, m.save(), sent):
        m.load(flow.state)
        item: Value = MISSING
        kind = NORMAL
        if flow.kind == YIELD:
            rest: Suspended = flow.value
            item = rest.value
            m.write(value.id, Paused(held.frame, rest.resume))
        else:
            names = m.heap.get(held.frame.id)
            cut = names is not None and CUT in names
            m.write(value.id, Ended(flow.value if flow.kind == RETURN else None, cut))
            if flow.kind == RAISE:
                item, kind = flow.value, RAISE
        out.append(Flow(kind, m.save(), item))
    if len(out) > m.budget.paths:
        m.give_up(TOO_MANY)
    return out[: m.budget.paths]


def is_waiting(m: Machine, value: Iterator) -> bool:
    """Whether a generator stands at a yield."""
    return isinstance(m.heap.get(value.id), Paused)


def close(m: Machine, value: Iterator) -> None:
    """Ends a generator that waits at a yield: its ``with`` and ``finally`` blocks are left."""
    if not is_waiting(m, value):
        m.write(value.id, Ended())
        return
    try:
        advance(m, value, error=EXIT)
    except Raised as raised:
        if raised.error is not EXIT:
            raise


def bound_of(m: Machine, value: Iterator, most: int) -> int:
    """How many items to take at most."""
    return ENDLESS if getattr(m.heap[value.id], "endless", False) else most


def is_open(m: Machine, value: Iterator) -> bool:
    """Whether items that were not seen may be left of an iterator at its end."""
    return bool(getattr(m.heap[value.id], "open", False))


def end_of(m: Machine, value: Iterator) -> Value:
    """What an iterator over another one gives where that one has ended."""
    return OPEN_END if is_open(m, value) else MISSING


def drain(m: Machine, value: Iterator) -> Items:
    """Everything that is left, up to a bound; the iterator is at its end then."""
    held = m.heap[value.id]
    if isinstance(held, Items):
        m.write(value.id, Items((), held.open))
        return held
    items: list[Value] = []
    for _ in range(bound_of(m, value, LIMIT)):
        item = advance(m, value)
        if item is MISSING:
            return Items(tuple(items), is_open(m, value))
        items.append(item)
    m.write(value.id, Items((), True))
    return Items(tuple(items), True)


def peek(m: Machine, value: Iterator) -> Items:
    """Everything that is left, kept for those who ask again."""
    held = m.heap[value.id]
    if isinstance(held, Items):
        return held
    taken = drain(m, value)
    m.write(value.id, taken)
    return taken
