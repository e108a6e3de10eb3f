"""The state of one path, and how a block can end."""

from __future__ import annotations

from typing import Any

import immutables

NORMAL, RETURN, RAISE, BREAK, CONTINUE = range(5)

Cons = Any
"""A linked list of pairs (head, tail), None when empty."""


class State:
    """A path's heap, world, decisions and trace; immutable, so that a fork costs nothing.

    heap: object id to contents. world: what the models keep (graphs and their stores).
    decisions: what was assumed of unknown values. trace: events, newest first. taint: 0,
    1 after an unresolved call that may have made variables, 2 after one that may have
    changed the graph. writes: ids written, newest first. seen: how often a site made an
    unknown on a call path.
    """

    __slots__ = ("decisions", "heap", "seen", "taint", "trace", "world", "writes")

    def __init__(
        self,
        heap: immutables.Map[int, Any],
        world: Any,
        decisions: immutables.Map[Any, Any],
        trace: Cons,
        taint: int,
        writes: Cons,
        seen: immutables.Map[Any, int],
    ) -> None:
        self.heap = heap
        self.world = world
        self.decisions = decisions
        self.trace = trace
        self.taint = taint
        self.writes = writes
        self.seen = seen


class Flow:
    """One way a block can end: how, in which state, with which value or error."""

    __slots__ = ("kind", "state", "value")

    def __init__(self, kind: int, state: State, value: Any = None) -> None:
        self.kind = kind
        self.state = state
        self.value = value
