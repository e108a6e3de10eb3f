"""Later passes of a loop that isn't run to its end: what it counts has gone on by then.

``if step % 100 == 0`` and ``if memory.pointer > CAPACITY`` go another way in them than in the
first passes. They are run where a test on numbers did not go either way in several passes.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.choices import Choice, mapped
from scopecheck.symbolic.counters import COUNTER, Bound, Counter, later_number, numbered
from scopecheck.symbolic.lower.names import walk
from scopecheck.symbolic.state import NORMAL, Flow, State
from scopecheck.symbolic.values import Items, Table, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

PASSES = 2
"""How many later passes are run; the second shows what is done again and again."""

LATE = 3_000
"""How many steps the later passes of a loop may cost: what they find comes early, or never."""

ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)


def matters(node: ast.If) -> bool:
    """Whether a test may be one on a number that a loop changes, and what hangs on it acts."""
    return _counts(node.test) and any(_acts(one) for one in (*node.body, *node.orelse))


def _acts(statement: ast.stmt) -> bool:
    """Whether a statement may build something or run a session, or passes over what does."""
    return any(
        isinstance(one, ast.Continue) or (isinstance(one, ast.Call) and not _only_tells(one.func))
        for one in walk(statement)
    )


def _only_tells(function: ast.expr) -> bool:
    """Whether a call is of a builtin function, of numpy's, or of a method of data."""
    if isinstance(function, ast.Attribute):
        home = function.value
        if isinstance(home, ast.Name) and home.id in DATA_MODULES:
            return True
        return function.attr in METHODS
    return isinstance(function, ast.Name) and hasattr(builtins, function.id)


DATA_MODULES = frozenset("np numpy math time os sys random plt".split())

METHODS = frozenset(
    "append extend insert pop format join split write flush close items keys values copy "
    "render add_summary info debug warning mean sum max min std reshape astype".split()
)


def _counts(test: ast.expr) -> bool:
    """Whether a test may be one on a number."""
    if isinstance(test, ast.BoolOp):
        return any(_counts(one) for one in test.values)
    if isinstance(test, ast.UnaryOp):
        return _counts(test.operand)
    if isinstance(test, ast.Compare):
        sides = (test.left, *test.comparators)
        return isinstance(test.ops[0], ORDERS) and not any(_is_no_number(one) for one in sides)
    return isinstance(test, ast.BinOp)


def _is_no_number(side: ast.expr) -> bool:
    return isinstance(side, ast.Constant) and type(side.value) not in (int, float)


def note(m: Machine, test: ast.expr, flows: list[Flow]) -> None:
    """Notes which way a test goes in the passes that are being run."""
    for flow in flows:
        if flow.kind == NORMAL:
            passes = tuple(one.number for one in m.loops)
            m.tested.setdefault((test, flow.value), set()).add(passes)


class Watch:
    """Which tests were made in the passes of a loop.

    A test that an inner loop has seen go either way is settled until the outermost loop ends:
    what hangs on it was run, and no pass of another loop need be run for it.
    """

    __slots__ = ("begun", "depth", "m", "outer")

    def __init__(self, m: Machine) -> None:
        self.m = m
        self.depth = len(m.loops)
        self.outer = m.tested
        self.begun = m.settled
        m.tested = {}
        if self.depth == 0:
            m.settled = set()

    def in_doubt(self) -> bool:
        """Whether it wasn't seen of each test that it goes either way again and again."""
        return any(
            test not in self.m.settled and self._passes(test, way) and self._fewest(test) < 2
            for test, way in self.m.tested
        )

    def _fewest(self, test: ast.expr) -> int:
        """In how many passes a test went the way that it went more rarely."""
        return min(self._passes(test, True), self._passes(test, False))

    def _passes(self, test: ast.expr, way: bool) -> int:
        """In how many passes a test went a way; what an iterator tests is in none."""
        found = self.m.tested.get((test, way), ())
        return len({passes[self.depth] for passes in found if len(passes) > self.depth})

    def done(self) -> None:
        """Tells the loop around."""
        self.m.settled.update(test for test, _ in self.m.tested if self._fewest(test))
        for key, passes in self.m.tested.items():
            self.outer.setdefault(key, set()).update(passes)
        self.m.tested = self.outer
        if self.depth == 0:
            self.m.settled = self.begun


def late_passes(
    m: Machine,
    start: State,
    states: list[State],
    changed: frozenset[str],
    run: Callable[[State, int, list[State]], None],
    quiet: Callable[[list[Any], list[Any]], bool],
) -> list[State]:
    """The states after later passes of a loop.

    start: before the loop. changed: the names that its body binds. run: runs a pass from a
    state and adds the states that go on with the loop. quiet: whether nothing was built.
    """
    if all(one.trace is start.trace for one in states):
        return states
    budget = m.budget
    kept = max(budget.steps - LATE, 0)
    before = budget.exhausted, budget.stopped
    usual = budget.usual
    budget.usual = max(usual - kept, 0)
    budget.steps -= kept
    try:
        counters: dict[tuple[int, Any], Value] = {}
        for late in range(PASSES):
            following: list[State] = []
            begun = [_gone_on(m, start, one, Slots(changed, counters, late)) for one in states]
            for one in begun:
                run(one, late, following)
            if not following:
                break
            states = m.join(following) if len(following) > 1 else following
            if quiet([one.trace for one in states], [one.trace for one in begun]):
                break
            if _repeats(states, begun):
                break
        return states
    finally:
        if kept and budget.steps < 0:
            budget.exhausted, budget.stopped = before
        budget.steps, budget.usual = kept + max(budget.steps, 0), usual


def _repeats(states: list[State], begun: list[State]) -> bool:
    """Whether a later pass would do what this one did: no graph and no switch has changed."""
    worlds = [one.world for one in begun]
    return all(
        any(one.world is world for world in worlds) and not _switched(one, begun) for one in states
    )


def _switched(end: State, begun: list[State]) -> bool:
    """Whether a pass has changed a truth value, or whether there is something."""
    return any(
        isinstance(before := begun[0].heap.get(id), immutables.Map)
        and any(
            _is_switch(value) or _is_switch(before.get(name))
            for name, value in end.heap[id].items()
            if before.get(name) is not value
        )
        for id in end.written_since(*begun)
    )


def _is_switch(value: Value) -> bool:
    return value is None or isinstance(value, (bool, Choice))


@dataclass(frozen=True, slots=True)
class Slots:
    """What a loop changes: names of its own frame; what each slot held in the pass before."""

    changed: frozenset[str]
    counters: dict[tuple[int, Any], Value]
    late: int


def _gone_on(m: Machine, start: State, end: State, slots: Slots) -> State:
    """A state with other numbers, and other items in lists, where the loop changes them."""
    m.load(end)
    for id in sorted(one for one in end.written_since(start) if isinstance(one, int)):
        before, now = start.heap.get(id), m.heap.get(id)
        if before is None or now is before:
            continue
        if isinstance(now, Items):
            m.write(id, Items(now.items, now.open or now != before))
        elif isinstance(now, Table):
            m.write(id, Table(now.items, now.open or now != before))
        elif isinstance(now, immutables.Map) and isinstance(before, immutables.Map):
            m.write(id, _numbers(m, id, before, now, slots))
    return m.save()


def _numbers(
    m: Machine,
    id: int,
    before: immutables.Map[Any, Value],
    now: immutables.Map[Any, Value],
    slots: Slots,
) -> immutables.Map[Any, Value]:
    own = id == m.frame.id
    for name, value in now.items():
        old = before.get(name)
        if value is old or not (name in slots.changed if own else _is_number(old)):
            continue
        earlier = slots.counters.get((id, name))
        place = (name, m.frame.path, id, slots.late)
        made = later_number(place, str(name), old, value, earlier)
        slots.counters[id, name] = made
        now = now.set(name, mapped(value, _changes if earlier is None else _follows, made))
    return now


def later_item(m: Machine, items: list[Value], place: tuple[Any, ...], late: int) -> Value:
    """What a later pass of a loop gets, whose first passes got these items.

    place: what tells the item, and its part, from those of other loops.
    """
    if not items:  # it is not even known that there was a first pass
        return m.unknown("an item")
    one, other = items[-2:] if len(items) > 1 else (float("-inf"), items[0])
    if _is_number(one) and _is_number(other) and other > one:
        return Counter((COUNTER, *place, late), "an item", other)
    if isinstance(other, tuple):
        pairs = zip(*(item for item in items[-2:] if _like(item, other)), strict=True)
        parts = enumerate(pairs)
        return tuple(later_item(m, [*pair], (*place, at), late) for at, pair in parts)
    if isinstance(other, Counter):
        return Counter((COUNTER, *place, late), other.text, other.above)
    if isinstance(other, Unknown) and place and isinstance(place[-1], Bound):
        return numbered(place[0], place[-1], len(items) + late)
    if isinstance(other, Unknown):
        return m.unknown(other.text, tame=other.tame, kind=other.kind)
    return other if isinstance(other, str) or other is None else m.unknown("an item")


def _like(item: Value, other: tuple[Value, ...]) -> bool:
    return isinstance(item, tuple) and len(item) == len(other)


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _changes(value: Value) -> bool:
    return _is_number(value) or isinstance(value, str)


def _follows(value: Value) -> bool:
    return _changes(value) or isinstance(value, Unknown)
