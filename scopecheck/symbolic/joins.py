"""Joins: paths that differ in nothing that matters become one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.state import RAISE, Flow, State
from scopecheck.symbolic.values import (
    Foreign,
    Items,
    ListRef,
    Table,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Fork:
    """A trace node where joined paths meet: both histories led here."""

    __slots__ = ("branches",)

    def __init__(self, branches: tuple[Any, ...]) -> None:
        self.branches = branches


class Apart(Exception):
    """Two paths differ in something that later code may depend on."""


def join_states(m: Machine, states: list[State]) -> list[State]:
    """Joins what can be joined, in order."""
    joined: list[State] = []
    for state in states:
        for at, other in enumerate(joined):
            merged = _join(m, other, state, None, None)
            if merged is not None:
                joined[at] = merged[0]
                break
        else:
            joined.append(state)
    return joined


def join_flows(m: Machine, flows: list[Flow]) -> list[Flow]:
    """Joins a call's outcomes whose values can be joined; errors stay apart."""
    joined: list[Flow] = []
    for flow in flows:
        if flow.kind == RAISE:
            joined.append(flow)
            continue
        for at, other in enumerate(joined):
            if other.kind == RAISE:
                continue
            merged = _join(m, other.state, flow.state, other.value, flow.value)
            if merged is not None:
                joined[at] = Flow(other.kind, merged[0], merged[1])
                break
        else:
            joined.append(flow)
    return joined


def _join(m: Machine, a: State, b: State, va: Value, vb: Value) -> tuple[State, Value] | None:
    world = a.world if a.world is b.world else m.library.merge_worlds(a.world, b.world)
    if world is None:
        return None
    differing = _differing(a.decisions, b.decisions)
    merge = _Merge(a, b, differing)
    try:
        value = merge.value(va, vb)
        heap = merge.heaps()
    except Apart:
        return None
    decisions = a.decisions
    for key in a.decisions:
        if b.decisions.get(key, a) != a.decisions[key]:
            decisions = decisions.delete(key)
    if a.trace is b.trace:
        trace = a.trace
    else:
        trace = (Fork((a.trace, b.trace)), None)
    seen = a.seen
    if seen is not b.seen:
        for spot, count in b.seen.items():
            if count > seen.get(spot, 0):
                seen = seen.set(spot, count)
    writes = a.writes
    for id in merge.written_by_b:
        writes = (id, writes)
    state = State(heap, world, decisions, trace, max(a.taint, b.taint), writes, seen)
    return state, value


def _differing(a: immutables.Map[Any, Any], b: immutables.Map[Any, Any]) -> tuple[Any, ...]:
    keys = [key for key in a if b.get(key, a) != a[key]]
    return tuple(sorted(repr(hash(key)) for key in keys))


class _Merge:
    """Merges the heaps of two states that share a past."""

    def __init__(self, a: State, b: State, differing: tuple[Any, ...]) -> None:
        self.a = a
        self.b = b
        self.differing = differing
        mine = _cells(a.writes)
        self.written_by_b: list[int] = []
        cell = b.writes
        while cell is not None and id(cell) not in mine:
            self.written_by_b.append(cell[0])
            cell = cell[1]
        self.written = dict.fromkeys(self.written_by_b)
        common = cell
        cell = a.writes
        while cell is not None and cell is not common:
            self.written[cell[0]] = None
            cell = cell[1]

    def heaps(self) -> immutables.Map[int, Any]:
        """The merged heap."""
        heap = self.a.heap
        for id in self.written:
            one = self.a.heap.get(id)
            other = self.b.heap.get(id)
            if one is other or other is None:
                continue
            heap = heap.set(id, other if one is None else self.contents(one, other, id))
        return heap

    def contents(self, one: Any, other: Any, id: int) -> Any:
        """The merged contents of one heap object."""
        if isinstance(one, immutables.Map) and isinstance(other, immutables.Map):
            merged = one
            for name, value in other.items():
                if name not in one:
                    merged = merged.set(name, value)
                elif one[name] is not value:
                    if name == "<exception>":
                        continue
                    merged = merged.set(name, self.value(one[name], value, (id, name)))
            return merged
        if isinstance(one, Items) and isinstance(other, Items):
            if len(one.items) == len(other.items):
                return Items(
                    tuple(self.value(x, y, (id, i)) for i, (x, y) in enumerate(zip(one.items, other.items, strict=True))),
                    one.open or other.open,
                )
            raise Apart
        if isinstance(one, Table) and isinstance(other, Table):
            if list(one.items) == list(other.items):
                return Table(
                    {key: self.value(one.items[key], other.items[key], (id, key)) for key in one.items},
                    one.open or other.open,
                )
            raise Apart
        if one == other:
            return one
        raise Apart

    def value(self, one: Value, other: Value, place: Any = None) -> Value:
        """One value for both, or Apart."""
        if one is other:
            return one
        if type(one) is type(other):
            if isinstance(one, tuple):
                if len(one) == len(other):
                    return tuple(self.value(x, y, (place, i)) for i, (x, y) in enumerate(zip(one, other, strict=True)))
                raise Apart
            if isinstance(one, ListRef) and one.id != other.id:
                mine, theirs = self.a.heap.get(one.id), self.b.heap.get(other.id)
                fresh = one.id not in self.b.heap and other.id not in self.a.heap
                if fresh and isinstance(mine, Items) and mine == theirs:
                    return one
            if one == other:
                return one
        if isinstance(one, Foreign):
            merged = one.join(other, ("join", self.differing, place))
            if merged is not NotImplemented:
                return merged
        if _plain(one) and _plain(other) and _family(one) == _family(other):
            return Unknown(("join", self.differing, str(one), str(other)), "", kind=_family(one))
        if isinstance(one, Unknown) and isinstance(other, Unknown) and not (one.free or other.free):
            return Unknown(("join", self.differing, one.key, other.key))
        raise Apart


def _cells(cell: Any) -> set[int]:
    found: set[int] = set()
    while cell is not None:
        found.add(id(cell))
        cell = cell[1]
    return found


def _plain(value: Value) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, (int, float, Text)) or (isinstance(value, Unknown) and value.kind in ("int", "float", "str"))


def _family(value: Value) -> str:
    if isinstance(value, (str, Text)) or (isinstance(value, Unknown) and value.kind == "str"):
        return "str"
    return "int"
