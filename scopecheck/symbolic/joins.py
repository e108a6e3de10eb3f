"""Joins: paths that differ in nothing that matters become one again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeGuard

import immutables

from scopecheck.symbolic import clauses
from scopecheck.symbolic.choices import Choice, Split, alternatives, split_between
from scopecheck.symbolic.decisions import met, said
from scopecheck.symbolic.deleted import deleted
from scopecheck.symbolic.differences import Difference
from scopecheck.symbolic.state import NORMAL, RAISE, TOO_MANY, Flow, State, touches_of
from scopecheck.symbolic.values import (
    MISSING,
    Foreign,
    Frame,
    Items,
    ListRef,
    Table,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


COLLECTIONS = (Items, Table, Choice)
SUSPECTS = 8
"""How many objects are remembered that kept paths apart: they mostly do so again."""


class Fork:
    """A trace node where joined paths meet: both histories led here."""

    __slots__ = ("branches",)

    def __init__(self, branches: tuple[Any, ...]) -> None:
        self.branches = branches


class Apart(Exception):
    """Two paths differ in something that later code may depend on."""


def join_states(m: Machine, states: list[State]) -> list[State]:
    """Joins what can be joined, in order."""
    return [flow.state for flow in _joined(m, [Flow(NORMAL, one) for one in states], 1)]


def join_flows(m: Machine, flows: list[Flow]) -> list[Flow]:
    """Joins a call's outcomes whose values can be joined; errors stay apart."""
    return _joined(m, flows, 2)


def _joined(m: Machine, flows: list[Flow], share: int) -> list[Flow]:
    joined: list[Flow] = []
    alive = 0
    for flow in _siblings(m, flows) if len(flows) > 2 else flows:
        for at, other in enumerate(joined):
            merged = _join_flow(m, other, flow)
            if merged is not None:
                joined[at] = merged
                break
        else:
            if flow.kind != RAISE and alive >= share * m.budget.paths:
                m.give_up(TOO_MANY, True)
                continue
            alive += flow.kind != RAISE
            joined.append(flow)
    return joined


def _siblings(m: Machine, flows: list[Flow]) -> list[Flow]:
    """Joins neighbours that one test split, and what that gives with its own neighbour.

    Paths come in the order in which tests split them; so nothing that a path knows is lost
    but what the test itself decided.
    """
    joined: list[Flow] = []
    for flow in flows:
        while joined and _split_once(m, joined[-1].state, flow.state):
            merged = _join_flow(m, joined[-1], flow)
            if merged is None:
                break
            joined.pop()
            flow = merged
        joined.append(flow)
    return joined


def _split_once(m: Machine, a: State, b: State) -> bool:
    """Whether two paths with one world decided one test differently, and the others alike."""
    if not _worlds_join(m, a, b):
        return False
    mine, theirs = m.differences.between(a.decisions, b.decisions)
    tests = {key for key in (*mine, *theirs) if key[0] != "value"}
    return len(tests) <= 1 and all(key in mine and key in theirs for key in tests)


def _worlds_join(m: Machine, a: State, b: State) -> bool:
    return a.world is b.world or m.library.worlds_join(a.world, b.world)


def _join_flow(m: Machine, one: Flow, other: Flow) -> Flow | None:
    if one.kind == RAISE or other.kind == RAISE:
        return None
    merged = _join(m, one.state, other.state, one.value, other.value)
    return None if merged is None else Flow(one.kind, merged[0], merged[1])


def _join(m: Machine, a: State, b: State, va: Value, vb: Value) -> tuple[State, Value] | None:
    if _clash(va, vb):
        return None
    if not _worlds_join(m, a, b):
        return None
    apart = m.differences.between(a.decisions, b.decisions)
    split = split_between(m, a.decisions, apart)
    if split is None and _names_clash(m, a, b):
        return None
    merge = _Merge(a, b, apart, split, m.slotted)
    try:
        value = merge.value(va, vb)
        merge.try_first(m.apart)
        merge.find_written()
        m.budget.steps -= len(merge.written) // 10
        heap = merge.heaps()
    except Apart:
        if merge.at is not None:
            m.apart.pop(merge.at, None)
            m.apart[merge.at] = None
            if len(m.apart) > SUSPECTS:
                del m.apart[next(iter(m.apart))]
        return None
    decisions = _common_decisions(a.decisions, b.decisions, apart)
    met(m, (key for key in (*apart.mine, *apart.theirs) if key not in decisions))
    for clause in clauses.either(m.texts, apart):
        decisions = decisions.set(("value", clause), True)
    trace = a.trace
    if a.trace is not b.trace:
        most = max(touches_of(a.trace), touches_of(b.trace))
        trace = (Fork((a.trace, b.trace)), None, most)
    writes = a.writes
    for id in merge.written_by_b:
        writes = (id, writes, writes[2] + 1 if writes else 1)
    world = a.world if a.world is b.world else m.library.merge_worlds(a.world, b.world)
    state = State(heap, world, decisions, trace, max(a.taint, b.taint), writes)
    return state, value


def _common_decisions(
    a: immutables.Map[Any, Any], b: immutables.Map[Any, Any], apart: Difference
) -> immutables.Map[Any, Any]:
    """What two paths have decided alike: one may say it by what a value is."""
    decisions = a
    for key, answer in apart.mine.items():
        if key[0] == "value" or said(b, key) is not answer:
            decisions = decisions.delete(key)
    for key, answer in apart.theirs.items():
        if key[0] != "value" and key not in a and said(a, key) is answer:
            decisions = decisions.set(key, answer)
    return decisions


def _names_clash(m: Machine, a: State, b: State) -> bool:
    """Whether a name of the running function can't be joined: what tells most paths apart."""
    frame: Frame | None = m.frame
    id = frame.id if frame is not None else -1
    one, other = a.heap.get(id), b.heap.get(id)
    if one is other or not isinstance(one, immutables.Map) or not isinstance(other, immutables.Map):
        return False
    return any(_clash(value, other.get(name, value)) for name, value in one.items())


def _clash(one: Value, other: Value) -> bool:
    """Whether two values surely stay apart: a truth value or None against something else."""
    if one is other or isinstance(one, Foreign):
        return False
    return (one is None or other is None or type(one) is bool) and one != other


class _Merge:
    """Merges the heaps of two states that share a past."""

    def __init__(
        self,
        a: State,
        b: State,
        apart: Difference,
        split: Split | None,
        slotted: set[int],
    ) -> None:
        self.a = a
        self.b = b
        self.differing = frozenset(one for one in apart.mine.items() if one[0] in apart.theirs)
        self.split = split
        self.slotted = slotted
        self.paired: dict[int, int] = {}
        self.joined_lists: dict[int, Items] = {}
        self.written: dict[int, None] = {}
        self.written_by_b: list[int] = []
        self.at: int | None = None

    def try_first(self, suspects: Iterable[int]) -> None:
        """Looks at some objects before the others: nothing else need be, if they differ."""
        paired, joined = dict(self.paired), dict(self.joined_lists)
        for id in reversed(list(suspects)):
            one, other = self.a.heap.get(id), self.b.heap.get(id)
            if one is not other and one is not None and other is not None:
                self.at = id
                self.contents(one, other, id)
        self.at = None
        self.paired, self.joined_lists = paired, joined

    def find_written(self) -> None:
        """What was written since the paths went apart, newest first."""
        mine, theirs = self.a.writes, self.b.writes
        by_b: dict[int, None] = {}
        while mine is not theirs:
            if theirs is not None and (mine is None or theirs[2] >= mine[2]):
                by_b[theirs[0]] = None
                theirs = theirs[1]
            else:
                self.written[mine[0]] = None
                mine = mine[1]
        self.written_by_b = list(by_b)
        self.written.update(by_b)

    def heaps(self) -> immutables.Map[int, Any]:
        """The merged heap."""
        heap = self.a.heap
        for id in self.written:
            one = self.a.heap.get(id, MISSING)
            other = self.b.heap.get(id, MISSING)
            if one is other or other is MISSING or (other is None and one is not MISSING):
                continue
            self.at = id
            alone = one is MISSING or one is None
            heap = heap.set(id, other if alone else self.contents(one, other, id))
        return heap.update(self.joined_lists)

    def contents(self, one: Any, other: Any, id: int) -> Any:
        """The merged contents of one heap object; a choice for two collections that differ."""
        try:
            return self.merged(one, other, id)
        except Apart:
            collections = isinstance(one, COLLECTIONS) and isinstance(other, COLLECTIONS)
            if self.split is None or id not in self.slotted or not collections:
                raise
            return self.split.slot(one, other, (id, "contents")) or _common_contents(one, other)

    def merged(self, one: Any, other: Any, id: int) -> Any:
        """One contents for both, or Apart."""
        if isinstance(one, immutables.Map) and isinstance(other, immutables.Map):
            return self.slots(one, other, id)
        if isinstance(one, int) and isinstance(other, int):
            return max(one, other)
        if isinstance(one, Items) and isinstance(other, Items):
            if len(one.items) == len(other.items):
                return Items(
                    tuple(
                        self.item(x, y, (id, i))
                        for i, (x, y) in enumerate(zip(one.items, other.items, strict=True))
                    ),
                    one.open or other.open,
                )
            if _is_data(one.items) and _is_data(other.items):
                return Items(_common(one.items, other.items), True)
            raise Apart
        if isinstance(one, Table) and isinstance(other, Table):
            if list(one.items) == list(other.items):
                return Table(
                    {
                        key: self.item(one.items[key], other.items[key], (id, key))
                        for key in one.items
                    },
                    one.open or other.open,
                )
            if _is_plain_table(one) and _is_plain_table(other):
                shared = [key for key in one.items if key in other.items]
                kept = {k: self.item(one.items[k], other.items[k], (id, k)) for k in shared}
                return Table(kept, True)
            raise Apart
        if one == other:
            return one
        raise Apart

    def slots(
        self, one: immutables.Map[Any, Any], other: immutables.Map[Any, Any], id: int
    ) -> immutables.Map[Any, Any]:
        """The merged names of a frame, or attributes of an object."""
        merged = one
        lost, theirs = deleted(self.a.heap, id), deleted(self.b.heap, id)
        if any((name in one) != (name in other) for name in lost | theirs):
            raise Apart
        for name, value in other.items():
            if name not in one:
                merged = merged.set(name, value)
            elif one[name] is not value and name != "<exception>":
                merged = merged.set(name, self.slot(one[name], value, (id, name)))
        return merged

    def slot(self, one: Value, other: Value, place: tuple[int, Any]) -> Value:
        """One value for both, or a choice that hangs on the test that split the paths."""
        if self.split is not None and not self.split.opaque and place[0] in self.slotted:
            held = self.split.slot(one, other, place) if _would_blur(one, other) else None
            if held is not None:
                return held
        try:
            return self.value(one, other, place)
        except Apart:
            if self.split is None or place[0] not in self.slotted:
                raise
            held = self.split.slot(one, other, place)
            if held is None:
                raise
            return held

    def item(self, one: Value, other: Value, place: tuple[int, Any]) -> Value:
        """One value for both, or data that is not known if the paths differ in nobody's choice."""
        try:
            return self.value(one, other, place)
        except Apart:
            opaque = self.split is not None and self.split.opaque
            if not opaque or not all(held is None or _is_data((held,)) for held in (one, other)):
                raise
            return Unknown(("join", self.differing, place))

    def value(self, one: Value, other: Value, place: Any = None) -> Value:
        """One value for both, or Apart."""
        if one is other:
            return one
        if type(one) is type(other):
            if isinstance(one, tuple):
                if len(one) == len(other):
                    return tuple(
                        self.value(x, y, (place, i))
                        for i, (x, y) in enumerate(zip(one, other, strict=True))
                    )
                raise Apart
            if isinstance(one, ListRef) and one.id != other.id:
                if self.same_list(one, other):
                    return one
                if self.unseen_data(one, other):
                    return Unknown(("join", self.differing, place, one.id, other.id), tame=True)
        if isinstance(one, Foreign):
            merged = one.join(other, ("join", self.differing, place))
            if merged is not NotImplemented:
                return merged
        if type(one) is type(other) and one == other:
            return one
        if _plain(one) and _plain(other) and _family(one) == _family(other):
            return Unknown(("join", self.differing, _key(one), _key(other)), "", kind=_family(one))
        if (_loose(one) and _loose(other)) or _partly_free(one, other):
            tame = not any(isinstance(x, Unknown) and not x.tame for x in (one, other))
            told = any(isinstance(x, Unknown) and x.told for x in (one, other))
            key = ("join", self.differing, place, _key(one), _key(other))
            return Unknown(key, tame=tame, told=told)
        raise Apart

    def same_list(self, one: ListRef, other: ListRef) -> bool:
        """Whether two lists made since the paths went apart can be one: equal, or only data."""
        mine, theirs = self.a.heap.get(one.id), self.b.heap.get(other.id)
        if one.id in self.b.heap or other.id in self.a.heap or not isinstance(mine, Items):
            return False
        if mine == theirs:
            return True
        if self.split is None or not self.split.opaque or not isinstance(theirs, Items):
            return False
        if not (_is_data(mine.items) and _is_data(theirs.items)):
            return False
        if self.paired.setdefault(one.id, other.id) != other.id:
            return False
        self.joined_lists[one.id] = self.contents(mine, theirs, one.id)
        return True

    def unseen_data(self, one: ListRef, other: ListRef) -> bool:
        """Whether two lists are data that is not seen to its end, and nobody chose which."""
        if self.split is None or not self.split.opaque:
            return False
        held = (self.a.heap.get(one.id), self.b.heap.get(other.id))
        return all(isinstance(x, Items) and x.open and _is_data(x.items) for x in held)


def _would_blur(one: Value, other: Value) -> bool:
    """Whether one value for two would forget a text, a count, or sizes that both have."""
    if isinstance(one, str) and isinstance(other, str):
        return one != other
    if _is_count(one) and _is_count(other):
        return one != other
    if isinstance(one, Foreign) and type(one) is type(other):
        mine, theirs = (getattr(v, "shape", getattr(v, "dims", None)) for v in (one, other))
        return isinstance(mine, tuple) and isinstance(theirs, tuple) and mine != theirs
    return False


def _is_count(value: Value) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _partly_free(one: Value, other: Value) -> bool:
    """Two unknowns of which a user chooses one at most: the joined one nobody chooses."""
    unknown = isinstance(one, Unknown) and isinstance(other, Unknown)
    return unknown and not (one.free and other.free)


def _loose(value: Value) -> bool:
    """Data of which nothing is lost by forgetting which it was."""
    if isinstance(value, Unknown):
        return not value.free
    if isinstance(value, Foreign):
        return getattr(value, "is_data", False)
    return isinstance(value, (int, float, complex, bytes)) and not isinstance(value, bool)


def _key(value: Value) -> Any:
    if isinstance(value, Unknown):
        return value.key
    return value if isinstance(value, Text) else (type(value).__name__, str(value))


def _is_data(values: Iterable[Value]) -> bool:
    return all(
        _loose(one)
        or isinstance(one, (bool, str, Text))
        or (isinstance(one, tuple) and _is_data(one))
        for one in values
    )


def _is_plain_table(table: Table) -> bool:
    """Whether a dict or a set holds data alone."""
    return _is_data(value for value in table.items.values() if value is not None)


def _common(one: tuple[Value, ...], other: tuple[Value, ...]) -> tuple[Value, ...]:
    """The items that two lists begin with alike."""
    at = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs and mine != theirs:
            break
        at += 1
    return one[:at]


def _common_contents(*contents: Any) -> Any:
    """What many collections have in common, further things open; functions are not forgotten."""
    found = [held for one in contents for held in alternatives(one)]
    first = found[0]
    if any(type(one) is not type(first) or not _forgettable(one) for one in found):
        raise Apart
    if isinstance(first, Items):
        common = first.items
        for one in found[1:]:
            common = _common(common, one.items)
        return Items(common, True)
    kept = {
        key: value
        for key, value in first.items.items()
        if all(key in one.items and one.items[key] == value for one in found[1:])
    }
    return Table(kept, True)


def _forgettable(contents: Any) -> bool:
    """Whether a collection holds data and what models make, and nothing of the program's own.

    Contexts are not forgotten: one that was entered by hand is left by going over such a list.
    """
    values = contents.items.values() if isinstance(contents, Table) else contents.items
    return all(
        one is None or (isinstance(one, Foreign) and not one.is_context) or _is_data((one,))
        for one in values
    )


def _plain(value: Value) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, (int, float, Text)) or (
        isinstance(value, Unknown) and value.kind in ("int", "float", "str")
    )


def _family(value: Value) -> str:
    if isinstance(value, (str, Text)) or (isinstance(value, Unknown) and value.kind == "str"):
        return "str"
    return "int"
