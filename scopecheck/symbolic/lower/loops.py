"""Loops: known ranges unroll to a bound, unknown ones run twice, the first and a later time."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.code import Statement
from scopecheck.symbolic.counters import Bound, numbered
from scopecheck.symbolic.generators import Iterator, Paused, advance, bound_of, close, is_open
from scopecheck.symbolic.iteration import (
    LONGEST_LOOP,
    UNROLL,
    consume,
    gone_over,
    iterator_of,
    some_item,
)
from scopecheck.symbolic.lower import cut_loops, names
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.lower.idle import IDLE, KNOWN, Idle, only_quiet
from scopecheck.symbolic.lower.later import Watch, late_passes, later_item
from scopecheck.symbolic.machine import Pass
from scopecheck.symbolic.state import (
    BREAK,
    CONTINUE,
    NORMAL,
    RAISE,
    YIELD,
    Flow,
    State,
    after,
    then,
)
from scopecheck.symbolic.values import (
    MISSING,
    BuiltinType,
    Error,
    Foreign,
    Instance,
    Items,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine


ENDLESS = Error(BuiltinType(SystemExit))
"""How a path ends in a loop that nothing leaves."""


@dataclass(frozen=True, slots=True)
class Loop:
    """One for loop on one path: what it started from and what it runs over."""

    start: State
    items: tuple[Value, ...]
    complete: bool
    iterator: Iterator | None = None
    most: int = UNROLL
    bound: Bound | None = None


def lower_for(scope: Lowering, node: Any) -> Statement:
    """``for target in iterable``."""
    from scopecheck.symbolic.lower.statements import lower_body

    source = lower(scope, node.iter)
    assign = scope.target(node.target)
    body = lower_body(scope, node.body)
    orelse = lower_body(scope, node.orelse)
    changed = names.assigned(node.body)
    collections = cut_loops.filled(scope, node.body)
    cut = scope.code.generator
    left_at = next((one for one in names.walk(node) if isinstance(one, ast.Break)), node.iter)

    def begin(m: Machine) -> Loop:
        value = source(m)
        m.node = node.iter
        return _plan(m, value)

    def loop(m: Machine, state: State) -> list[Flow]:
        return then(m.run(state, begin), lambda flow: run(m, begun(flow), flow.state))

    def run(m: Machine, held: Loop, state: State) -> list[Flow]:
        flows = passes(m, held, 0, [state])
        if held.iterator is None or not isinstance(node.iter, ast.Call):
            return flows
        m.node = left_at
        return _closed(m, held.iterator, flows)

    def begun(flow: Flow) -> Loop:
        held: Loop = flow.value
        return replace(held, start=flow.state)

    def passes(
        m: Machine, held: Loop, at: int, states: list[State], unknown_ends: int = 0
    ) -> list[Flow]:
        out: list[Flow] = []
        left: list[State] = []
        cut_off: list[State] = []
        unseen: list[State] = []
        idle = Idle(m, KNOWN if _handles_graph(held.items) else IDLE)
        contexts = _handles_contexts(held.items)
        watch = Watch(m)
        items: dict[int, Value] = {}
        for index in range(at, held.most if held.iterator is not None else len(held.items)):
            if unknown_ends >= 2 or (idle.goes_on(states) and not contexts):
                cut_off = states
                break
            following: list[State] = []
            fetched = [
                m.run(one, lambda m, i=index: fetch(m, held, i, items))  # type: ignore[misc]
                for one in states
            ]
            unknown_ends += any(_may_end(bounds) for bounds in fetched)
            for bound in (one for bounds in fetched for one in bounds):
                if bound.kind != NORMAL:
                    out.append(bound)
                elif bound.value is True:
                    flows = run_pass(m, node.iter, index, held.start, body, bound.state)
                    settle(m, (held, index + 1, unknown_ends), flows, following, out)
                else:
                    (left if bound.value is False else unseen).append(bound.state)
            states = following if len(following) < 2 else m.join(following)
            if not states:
                break
        else:
            complete = held.complete and held.iterator is None
            left.extend(states if complete else [])
            cut_off = [] if complete else states
        cut_off = m.join([*cut_off, *unseen]) if unseen else cut_off
        if cut_off and not cut and goes_on(m, held, watch):
            cut_off = go_on(m, held, cut_off, [*held.items[:2]] or [*items.values()], out)
        watch.done()
        left.extend(forget(m, held, one) for one in cut_off)
        return finish(m, left, out)

    def goes_on(m: Machine, held: Loop, watch: Watch) -> bool:
        """Whether later passes are run: if the loop is run again, as the first time."""
        doubt = watch.in_doubt()
        if held.bound is None or held.bound.computed is None:
            return doubt
        return m.gone_on.setdefault((node, held.bound), doubt)

    def go_on(
        m: Machine, held: Loop, states: list[State], items: list[Value], out: list[Flow]
    ) -> list[State]:
        place = (node, m.frame.path, held.bound)

        def run(state: State, late: int, following: list[State]) -> None:
            for bound in m.run(state, lambda m: assign(m, later_item(m, items, place, late))):
                flows = run_pass(m, node.iter, len(items) + late, held.start, body, bound.state)
                settle(m, (held, 0, 0), flows, following, out)

        return late_passes(m, held.start, states, changed, run, only_quiet)

    def fetch(m: Machine, held: Loop, at: int, items: dict[int, Value]) -> bool | None:
        """Whether there is an item, None after the last that was seen of those there are."""
        m.step()
        m.node = node.iter
        source = held.iterator
        item = held.items[at] if source is None else advance(m, source)
        if item is MISSING:
            return None if source is not None and is_open(m, source) else False
        items[at] = item
        assign(m, item)
        return True

    def settle(
        m: Machine,
        place: tuple[Loop, int, int],
        flows: list[Flow],
        on: list[State],
        out: list[Flow],
    ) -> None:
        for flow in flows:
            if flow.kind in (NORMAL, CONTINUE):
                on.append(flow.state)
            elif flow.kind == BREAK:
                out.append(Flow(NORMAL, flow.state))
            elif flow.kind == YIELD:
                out.append(after(flow, lambda rest: again(m, place, rest)))
            else:
                out.append(flow)

    def again(m: Machine, place: tuple[Loop, int, int], flows: list[Flow]) -> list[Flow]:
        states: list[State] = []
        out: list[Flow] = []
        settle(m, place, flows, states, out)
        held, at, unknown_ends = place
        return [*out, *passes(m, held, at, m.join(states), unknown_ends)] if states else out

    def forget(m: Machine, held: Loop, state: State) -> State:
        return cut_loops.forget(m, held.start, state, changed, collections, cut)

    def finish(m: Machine, left: list[State], out: list[Flow]) -> list[Flow]:
        for one in m.join(left) if len(left) > 1 else left:
            out.extend(m.block(orelse, one) if orelse else [Flow(NORMAL, one)])
        return out

    return loop


def _may_end(bounds: list[Flow]) -> bool:
    """Whether one path's loop both ends here and goes on."""
    values = [bound.value for bound in bounds if bound.kind == NORMAL]
    return True in values and len(set(values)) > 1


def _closed(m: Machine, iterator: Iterator, flows: list[Flow]) -> list[Flow]:
    """Ends of a loop over a generator that nobody else holds: it is closed where it waits.

    What it raises then is lost, as in a finalizer.
    """
    out: list[Flow] = []
    for flow in flows:
        if flow.kind == YIELD:
            out.append(after(flow, lambda rest: _closed(m, iterator, rest)))
        elif not isinstance(flow.state.heap.get(iterator.id), Paused):
            out.append(flow)
        else:
            ends = m.run(flow.state, lambda m: close(m, iterator))
            out.extend(Flow(flow.kind, end.state, flow.value) for end in ends)
    return out


def run_pass(
    m: Machine, head: ast.AST, number: int, start: State, body: tuple[Statement, ...], state: State
) -> list[Flow]:
    """One pass of a loop's body; what it builds and runs knows that it is in there."""
    outer = m.loops
    site = m.frame.code.site(head)
    m.loops = (*outer, Pass(site, m.frame.path, number, start.world, over_items(head)))
    try:
        return m.block(body, state)
    finally:
        m.loops = outer


COLLECTED = frozenset(
    "enumerate zip sorted reversed items keys values iteritems iterkeys itervalues izip".split()
)
"""What gives the items of a collection, in Python 2 and with six too."""


def over_items(head: ast.AST) -> bool:
    """Whether a loop goes over what is in a collection: no count, and no test."""
    if isinstance(head, ast.Call):
        called = head.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        return name in COLLECTED
    return isinstance(head, (ast.Name, ast.Attribute, ast.List, ast.Tuple, ast.Subscript))


def _handles_graph(items: tuple[Value, ...]) -> bool:
    """Whether a loop goes over variables or tensors, or over tuples with some."""
    parts = items[0] if items and isinstance(items[0], tuple) else items[:1]
    return any(isinstance(one, Foreign) for one in parts)


def _handles_contexts(items: tuple[Value, ...]) -> bool:
    """Whether a loop goes over scopes or other contexts: each pass may enter or leave one."""
    return any(isinstance(one, Foreign) and one.is_context for one in items)


def _plan(m: Machine, value: Value) -> Loop:
    """What a loop over a value runs over: items seen before it starts, or an iterator."""
    start = m.save()
    value = gone_over(value)
    if isinstance(value, Instance):
        value = iterator_of(m, value)
    if isinstance(value, Iterator) and not isinstance(m.heap[value.id], Items):
        return Loop(start, (), True, value, bound_of(m, value, LONGEST_LOOP))
    if isinstance(value, Iterator) and len(m.heap[value.id].items) <= LONGEST_LOOP:
        if not m.heap[value.id].open:
            return Loop(start, (), True, value, LONGEST_LOOP + 1)
    held = consume(m, value)
    if held is None:
        bound = Bound(value.key) if isinstance(value, Unknown) and value.key[0] == "range" else None
        if bound is not None:
            one, other = (numbered(m.node, bound, at) for at in range(2))
        else:
            one, other = some_item(m, value), some_item(m, value)
        return Loop(start, (one, other), False, bound=bound)
    items = held.items
    bound = Bound(None, value[0], value[-1]) if isinstance(value, range) and value else None
    if held.open:
        first = items[:UNROLL]
        if len(first) < 2:
            first = (*first, m.unknown("an item"), m.unknown("an item"))
        return Loop(start, first, False, bound=bound)
    complete = len(items) <= LONGEST_LOOP
    return Loop(start, items if complete else items[:2], complete, bound=bound)


def lower_while(scope: Lowering, node: ast.While) -> Statement:
    """``while test``: a test that stays unknown lets the body run twice."""
    from scopecheck.symbolic.lower.statements import lower_body

    test = lower(scope, node.test)
    body = lower_body(scope, node.body)
    orelse = lower_body(scope, node.orelse)
    changed = names.assigned(node.body)
    collections = cut_loops.filled(scope, node.body)
    forever = isinstance(node.test, ast.Constant) and bool(node.test.value)
    leaves = names.leaves(node.body)
    breaks = names.leaves(node.body, (ast.Break,))
    cut = scope.code.generator

    def probe(m: Machine) -> Value:
        m.step()
        value = test(m)
        return None if isinstance(value, Unknown) and not _decided(m, value) else m.truth(value)

    def loop(m: Machine, state: State) -> list[Flow]:
        return passes(m, (state, 0), [state])

    def passes(m: Machine, place: tuple[State, int], states: list[State]) -> list[Flow]:
        start, unknown_passes = place
        out: list[Flow] = []
        left: list[State] = []
        complete = True
        idle = Idle(m)
        watch = Watch(m)
        count = 0
        for count in range(UNROLL):
            if not states:
                break
            if unknown_passes >= 2 or (forever and count >= 2 and not leaves):
                complete = False
                break
            if idle.goes_on(states):
                complete = False
                break
            doubt = False
            following: list[State] = []
            for one in states:
                for flow in m.run(one, probe):
                    if flow.kind != NORMAL:
                        out.append(flow)
                    elif flow.value is False:
                        left.append(flow.state)
                    else:
                        passed = run_pass(m, node.test, count, start, body, flow.state)
                        doubt = doubt or flow.value is None or len(passed) > 1
                        settle(m, (start, unknown_passes + doubt), passed, following, out)
            unknown_passes += doubt
            states = m.join(following) if len(following) > 1 else following
        else:
            complete = False
        if not complete and states and not cut and watch.in_doubt():
            states = go_on(m, start, states, count, out)
        watch.done()
        if not complete:
            given_up = [
                cut_loops.forget(m, start, one, changed, collections, cut) for one in states
            ]
            if not forever:
                left.extend(given_up)
            elif breaks:
                out.extend(Flow(NORMAL, one) for one in given_up)
            else:
                out.extend(Flow(RAISE, one, ENDLESS) for one in given_up)
        for one in m.join(left) if len(left) > 1 else left:
            out.extend(m.block(orelse, one) if orelse else [Flow(NORMAL, one)])
        return out

    def go_on(
        m: Machine, start: State, states: list[State], count: int, out: list[Flow]
    ) -> list[State]:
        def run(state: State, late: int, following: list[State]) -> None:
            passed = run_pass(m, node.test, count + late, start, body, state)
            settle(m, (start, 0), passed, following, out)

        return late_passes(m, start, states, changed, run, only_quiet)

    def settle(
        m: Machine,
        place: tuple[State, int],
        flows: list[Flow],
        on: list[State],
        out: list[Flow],
    ) -> None:
        for flow in flows:
            if flow.kind in (NORMAL, CONTINUE):
                on.append(flow.state)
            elif flow.kind == BREAK:
                out.append(Flow(NORMAL, flow.state))
            elif flow.kind == YIELD:
                out.append(after(flow, lambda rest: again(m, place, rest)))
            else:
                out.append(flow)

    def again(m: Machine, place: tuple[State, int], flows: list[Flow]) -> list[Flow]:
        states: list[State] = []
        out: list[Flow] = []
        settle(m, place, flows, states, out)
        return [*out, *passes(m, place, m.join(states))] if states else out

    return loop


def _decided(m: Machine, value: Unknown) -> bool:
    from scopecheck.symbolic.decisions import recall

    key = value.key
    while key[0] == "not":
        key = key[1].key
    return recall(m, key) is not None


__all__ = ["lower_for", "lower_while"]
