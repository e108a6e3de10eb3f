"""What is no longer known after a loop that was not run to its end."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.choices import Choice, mapped
from scopecheck.symbolic.code import Expression
from scopecheck.symbolic.generators import CUT
from scopecheck.symbolic.lower import names
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.native import ATOMS
from scopecheck.symbolic.state import NORMAL, State
from scopecheck.symbolic.values import Items, Ref, Table, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine

FILLS = frozenset("append appendleft extend insert add update setdefault pop remove clear".split())
"""The methods that change what a collection holds."""


def filled(scope: Lowering, body: list[ast.stmt]) -> tuple[tuple[Expression, bool], ...]:
    """What a loop's body fills, a name or an attribute of one, and whether it sets items there."""
    found: dict[str, tuple[ast.expr, bool]] = {}
    for node in (inner for statement in body for inner in names.walk(statement)):
        holder = _holder(node)
        if holder is not None and _is_plain(holder):
            text = ast.unparse(holder)
            stored = isinstance(node, ast.Subscript) or (text in found and found[text][1])
            found[text] = (holder, stored)
    return tuple((lower(scope, holder), stored) for holder, stored in found.values())


def _holder(node: Any) -> ast.expr | None:
    """What a node changes the items of."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.value if node.func.attr in FILLS else None
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        return node.value
    return None


def _is_plain(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def forget(
    m: Machine,
    before: State,
    end: State,
    changed: frozenset[str],
    collections: tuple[tuple[Expression, bool], ...],
    cut: bool,
) -> State:
    """After a loop that was not run to its end: what it changes is no longer known.

    changed: the names that its body binds. collections: what it fills, some only in passes that
    were not run. cut: whether it is in a generator.
    """
    late = [(_known(m, end, one), stored) for one, stored in collections]
    m.load(end)
    for id in end.written_since(before):
        contents = m.heap.get(id)
        if id not in before.heap:
            continue
        if isinstance(contents, (Items, Table, Choice)) and contents != before.heap[id]:
            m.write(id, _opened(contents))
    for ref, stored in late:
        contents = m.heap.get(ref.id) if ref is not None else None
        if ref is not None and isinstance(contents, (Items, Table)):
            if stored and isinstance(contents, Items):
                contents = Items(tuple(_later(m, one) for one in contents.items), True)
            m.write(ref.id, replace(contents, open=True))
    frame = m.frame.id
    contents = m.heap[frame]
    for name in changed:
        value = contents.get(name)
        if value is None or value == before.heap[frame].get(name):
            continue
        unknown = Unknown(("loop", name, m.frame.path, frame), name)
        contents = contents.set(name, mapped(value, _counts, unknown))
    m.write(frame, contents.set(CUT, True) if cut else contents)
    return m.save()


def _known(m: Machine, state: State, collection: Expression) -> Ref | None:
    """The object that an expression gives, where looking it up does nothing else."""
    flows = m.run(state, collection)
    if len(flows) != 1 or flows[0].kind != NORMAL or flows[0].state.trace is not state.trace:
        return None
    return flows[0].value if isinstance(flows[0].value, Ref) else None


def _later(m: Machine, item: Value) -> Value:
    """An item that a later pass may have set."""
    return m.unknown("an item") if type(item) in ATOMS else item


def _opened(contents: Any) -> Any:
    """The contents of a collection that may hold more."""
    if isinstance(contents, Choice):
        return Choice(contents.test, _opened(contents.one), _opened(contents.other))
    return replace(contents, open=True)


def _counts(value: Value) -> bool:
    return isinstance(value, (int, float, str)) and not isinstance(value, bool)
