"""Loops: known ranges unroll to a bound, unknown ones run twice, the first and a later time."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.code import Statement
from scopecheck.symbolic.iteration import UNROLL, iterate
from scopecheck.symbolic.lower import names
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.state import BREAK, CONTINUE, NORMAL, RAISE, Flow, State
from scopecheck.symbolic.values import FlagNumber, Items, Table, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine


def lower_for(scope: Lowering, node: Any) -> Statement:
    """``for target in iterable``."""
    from scopecheck.symbolic.lower.statements import lower_body

    source = lower(scope, node.iter)
    assign = scope.target(node.target)
    body = lower_body(scope, node.body)
    orelse = lower_body(scope, node.orelse)
    changed = names.assigned(node.body)

    def plan(m: Machine) -> tuple[tuple[Value, ...], bool]:
        value = source(m)
        m.node = node.iter
        held = iterate(m, value)
        if held is None:
            return (m.unknown("an item"), m.unknown("an item")), False
        items = held.items
        if held.open:
            first = items[:UNROLL]
            return (first if len(first) > 1 else (*first, m.unknown("an item"), m.unknown("an item"))), False
        if len(items) > UNROLL:
            return items[:2], False
        return items, True

    def loop(m: Machine, state: State) -> list[Flow]:
        out: list[Flow] = []
        for start in m.run(state, plan):
            if start.kind == RAISE:
                out.append(start)
                continue
            items, complete = start.value
            states, broken = [start.state], []
            for item in items:
                following: list[State] = []
                for one in states:
                    for bound in m.run(one, lambda m, item=item: (m.step(), assign(m, item))):  # type: ignore[misc]
                        if bound.kind == RAISE:
                            out.append(bound)
                        else:
                            _sort(m.block(body, bound.state), following, broken, out)
                if not following:
                    states = []
                    break
                states = following if len(following) == 1 else m.join(following)
            if not complete:
                states = [_forget(m, start.state, one, changed) for one in states]
            _finish(m, states, broken, orelse, out)
        return out

    return loop


def _sort(
    flows: list[Flow], following: list[State], broken: list[State], out: list[Flow]
) -> None:
    for flow in flows:
        if flow.kind in (NORMAL, CONTINUE):
            following.append(flow.state)
        elif flow.kind == BREAK:
            broken.append(flow.state)
        else:
            out.append(flow)


def _finish(
    m: Machine,
    states: list[State],
    broken: list[State],
    orelse: tuple[Statement, ...],
    out: list[Flow],
) -> None:
    for one in states:
        out.extend(m.block(orelse, one) if orelse else [Flow(NORMAL, one)])
    out.extend(Flow(NORMAL, one) for one in broken)


def _forget(m: Machine, before: State, after: State, changed: frozenset[str]) -> State:
    """After a loop that was not run to its end: what it changes is no longer known."""
    m.load(after)
    written: set[int] = set()
    cell = after.writes
    while cell is not None and cell is not before.writes:
        written.add(cell[0])
        cell = cell[1]
    for id in written:
        contents = m.heap.get(id)
        if id not in before.heap:
            continue
        if isinstance(contents, Items) and contents != before.heap[id]:
            m.write(id, Items(contents.items, True))
        elif isinstance(contents, Table) and contents != before.heap[id]:
            m.write(id, Table(contents.items, True))
    frame = m.frame.id
    contents = m.heap[frame]
    for name in changed:
        value = contents.get(name)
        if isinstance(value, (int, float, str)) and not isinstance(value, bool):
            old = before.heap[frame].get(name)
            if old != value:
                contents = contents.set(name, Unknown(("loop", name, m.frame.path, frame), name))
    m.write(frame, contents)
    return m.save()


def lower_while(scope: Lowering, node: ast.While) -> Statement:
    """``while test``: a test that stays unknown lets the body run twice."""
    from scopecheck.symbolic.lower.statements import lower_body

    test = lower(scope, node.test)
    body = lower_body(scope, node.body)
    orelse = lower_body(scope, node.orelse)
    changed = names.assigned(node.body)
    forever = isinstance(node.test, ast.Constant) and bool(node.test.value)

    def probe(m: Machine) -> Value:
        m.step()
        value = test(m)
        return None if isinstance(value, Unknown) and not _decided(m, value) else m.truth(value)

    def loop(m: Machine, state: State) -> list[Flow]:
        out: list[Flow] = []
        broken: list[State] = []
        left: list[State] = []
        states = [state]
        unknown_passes = 0
        complete = True
        for passes in range(UNROLL):
            if not states:
                break
            if unknown_passes >= 2 or (forever and passes >= 2):
                complete = False
                break
            following: list[State] = []
            for one in states:
                for flow in m.run(one, probe):
                    if flow.kind == RAISE:
                        out.append(flow)
                    elif flow.value is False:
                        left.append(flow.state)
                    else:
                        unknown_passes += flow.value is None
                        _sort(m.block(body, flow.state), following, broken, out)
            states = m.join(following) if len(following) > 1 else following
        else:
            complete = False
        if not complete and not forever:
            left.extend(_forget(m, state, one, changed) for one in states)
        if len(left) > 1:
            left = m.join(left)
        _finish(m, left, broken, orelse, out)
        return out

    return loop


def _decided(m: Machine, value: Unknown) -> bool:
    from scopecheck.symbolic.decisions import recall

    key = value.key
    while key[0] == "not":
        key = key[1].key
    return recall(m, key) is not None


__all__ = ["FlagNumber", "lower_for", "lower_while"]
