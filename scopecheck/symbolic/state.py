"""The state of one path, and how a block can end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import immutables

NORMAL, RETURN, RAISE, BREAK, CONTINUE, YIELD = range(6)

TOO_MANY = "there are more ways through the program than are followed at once"
TOO_LONG = "following it to its end would take too long"
"""Why what comes after a place is given up."""

Cons = Any
"""A linked list of tuples (head, tail, ...), None when empty."""


def recorded(head: Any, tail: Cons, touches: int = 0) -> Cons:
    """A trace with one more entry; a cell's third part counts the variables touched so far."""
    return (head, tail, touches_of(tail) + touches)


def touches_of(trace: Cons) -> int:
    """How often a variable was made or asked for up to here."""
    return trace[2] if trace is not None else 0


class State:
    """A path's heap, world, decisions and trace; immutable, so that a fork costs nothing.

    heap: object id to contents. world: what the models keep (graphs and their stores).
    decisions: what was assumed of unknown values. trace: events, newest first. taint: 0,
    1 after an unresolved call that may have made variables, 2 after one that may have
    changed the graph. writes: (id, rest, length), the ids written, newest first.
    """

    __slots__ = ("decisions", "heap", "taint", "trace", "world", "writes")

    def __init__(
        self,
        heap: immutables.Map[int, Any],
        world: Any,
        decisions: immutables.Map[Any, Any],
        trace: Cons,
        taint: int,
        writes: Cons,
    ) -> None:
        self.heap = heap
        self.world = world
        self.decisions = decisions
        self.trace = trace
        self.taint = taint
        self.writes = writes

    def written_since(self, *earlier: State) -> set[Any]:
        """The ids written after the first of some earlier states that lies on the way here."""
        ends = {id(one.writes) for one in earlier}
        written: set[Any] = set()
        cell = self.writes
        while cell is not None and id(cell) not in ends:
            written.add(cell[0])
            cell = cell[1]
        return written


class Flow:
    """One way a block can end: how, in which state, with which value or error.

    A YIELD's value is a ``Suspended``: what was yielded, and the way to go on.
    """

    __slots__ = ("kind", "state", "value")

    def __init__(self, kind: int, state: State, value: Any = None) -> None:
        self.kind = kind
        self.state = state
        self.value = value


Resume = Callable[[Any, State, Flow], list[Flow]]
"""Goes on after a yield, given the machine, the state and what the yield itself gives."""


@dataclass(frozen=True, slots=True, eq=False)
class Suspended:
    """A yielded value and the rest of the block that yielded it."""

    value: Any
    resume: Resume


class Suspend(Exception):
    """Unwinds an expression to the statement that is suspended in it."""

    def __init__(self, suspended: Suspended) -> None:
        super().__init__()
        self.suspended = suspended


def after(flow: Flow, go: Callable[[list[Flow]], list[Flow]]) -> Flow:
    """A YIELD whose rest is followed by something: ``go`` is given how the rest ends."""
    held: Suspended = flow.value
    return Flow(
        YIELD,
        flow.state,
        Suspended(held.value, lambda m, state, sent: go(held.resume(m, state, sent))),
    )


def then(flows: list[Flow], go: Callable[[Flow], list[Flow]]) -> list[Flow]:
    """Follows every NORMAL end with ``go``, also those that come after a yield."""
    out: list[Flow] = []
    for flow in flows:
        if flow.kind == NORMAL:
            out.extend(go(flow))
        elif flow.kind == YIELD:
            out.append(after(flow, lambda rest: then(rest, go)))
        else:
            out.append(flow)
    return out
