"""Builtins that give iterators: ``enumerate``, ``zip``, ``map``, ``filter``, ``iter``, ``next``.

Lazy where their inputs are, as in Python 3; lists where the program is Python 2's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scopecheck.symbolic import comparisons, inheritance, operators
from scopecheck.symbolic.builtins.native import Native
from scopecheck.symbolic.counters import COUNTER, Counter
from scopecheck.symbolic.generators import (
    LIMIT,
    Iterator,
    advance,
    bound_of,
    drain,
    end_of,
    is_open,
    new_iterator,
    new_steps,
)
from scopecheck.symbolic.iteration import consume, iterate, iterator_of, some_item
from scopecheck.symbolic.values import MISSING, BuiltinType, Error, Instance, Items, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _lazy(m: Machine, value: Value) -> bool:
    return isinstance(value, Iterator) and not isinstance(m.heap[value.id], Items)


def _rows(m: Machine, items: Iterable[Value], open: bool = False) -> Value:
    """What zip, map and filter give: an iterator, in Python 2 a list."""
    held = Items(tuple(items), open)
    if m.frame.code.python2:
        return m.new_list(held.items, held.open)
    return new_iterator(m, held)


def _enumerate(m: Machine, a: Arguments) -> Value:
    start = a.args[1] if len(a.args) > 1 else a.kwargs.get("start", 0)
    first = start if isinstance(start, int) else 0
    if _lazy(m, a.args[0]):
        return _zip(m, type(a)((counting(m, first), a.args[0])))
    held = consume(m, a.args[0])
    if held is None:
        later = Counter((COUNTER, *m.identity()), "a count", first)
        rows = ((first, some_item(m, a.args[0])), (later, some_item(m, a.args[0])))
        return new_iterator(m, Items(rows, True))
    return new_iterator(m, Items(tuple(enumerate(held.items, first)), held.open))


def counting(m: Machine, first: Value, by: Value = 1) -> Value:
    """``itertools.count``: the next number is on the heap."""
    place = m.allocate(Items((first,)))

    def step(m: Machine) -> Value:
        (now,) = m.heap[place].items
        m.write(place, Items((operators.binary(m, "+", now, by),)))
        return now

    return new_steps(m, step, True)


def _zip_lazily(m: Machine, a: Arguments) -> Value:
    columns = [iterator_of(m, one) for one in a.args]

    def step(m: Machine) -> Value:
        row: list[Value] = []
        for column in columns:
            item = m.unknown("an item") if column is None else advance(m, column)
            if item is MISSING:
                return MISSING if column is None else end_of(m, column)
            row.append(item)
        return tuple(row)

    endless = all(column is None or bound_of(m, column, LIMIT) < LIMIT for column in columns)
    made = new_steps(m, step, endless)
    return made if not m.frame.code.python2 else m.new_list(*_fields(drain(m, made)))


def _fields(held: Items) -> tuple[tuple[Value, ...], bool]:
    return held.items, held.open


def _zip(m: Machine, a: Arguments) -> Value:
    """Rows over the columns; columns that aren't seen are taken to be as long as those that are."""
    if not a.args and not a.open_args:
        return _rows(m, ())
    shared = [one.id for one in a.args if isinstance(one, Iterator)]
    if any(_lazy(m, one) for one in a.args) or len(set(shared)) < len(shared):
        return _zip_lazily(m, a)
    columns = [consume(m, one) for one in a.args]
    known = [one for one in columns if one is not None]
    if not known:
        return m.new_list((), True)
    closed = [len(one.items) for one in known if not one.open]
    length = min(closed) if closed else max(len(one.items) for one in known)
    rows = [
        m.new_tuple(Items(tuple(_in_row(m, column, i) for column in columns), a.open_args))
        for i in range(length)
    ]
    return _rows(m, rows, not closed)


def _in_row(m: Machine, column: Items | None, at: int) -> Value:
    if column is None or at >= len(column.items):
        return m.unknown("an item")
    return column.items[at]


def _map(m: Machine, a: Arguments) -> Value:
    if len(a.args) < 2:
        return m.new_list((), True)
    if not m.frame.code.python2 and all(iterate_cheaply(m, one) for one in a.args[1:]):
        rows_left = _zip_lazily(m, _rest(a))

        def step(m: Machine) -> Value:
            row = advance(m, rows_left)
            return end_of(m, rows_left) if row is MISSING else m.call(a.args[0], row)

        return new_steps(m, step)
    rows = consume(m, _zip(m, _rest(a)))
    if rows is None or (rows.open and not rows.items):
        result = m.call(a.args[0], [m.unknown("an item") for _ in a.args[1:]])
        return m.new_list((result,), True)
    return _rows(m, [m.call(a.args[0], row) for row in rows.items], rows.open)


def iterate_cheaply(m: Machine, value: Value) -> bool:
    """Whether an iterator over the value ends soon and its items are known."""
    if _lazy(m, value):
        return True
    held = iterate(m, value)
    return held is not None and not held.open and len(held.items) < LIMIT


def _rest(a: Arguments) -> Arguments:
    from scopecheck.symbolic.calls import Arguments as Rest

    return Rest(a.args[1:], {}, a.open_args)


def _filter(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[1])
    if held is None:
        return m.new_list((), True)
    keep = [
        item
        for item in held.items
        if m.truth(item if a.args[0] is None else m.call(a.args[0], (item,)))
    ]
    return _rows(m, keep, held.open)


def _reversed(m: Machine, a: Arguments) -> Value:
    if isinstance(a.args[0], Instance):
        method = inheritance.find_attribute(m, a.args[0], "__reversed__")
        if method is not None:
            return m.call(method)
    held = iterate(m, a.args[0])
    if held is None:
        return new_iterator(m, Items((), True))
    return new_iterator(m, Items(held.items[::-1], held.open))


def _next(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(value, Instance):
        method = inheritance.find_attribute(m, value, "__next__") or inheritance.find_attribute(
            m, value, "next"
        )
        if method is not None:
            return m.call(method)
    if isinstance(value, Iterator):
        item = advance(m, value)
        if item is not MISSING:
            return item
        if is_open(m, value):
            return m.unknown("an item")
        if len(a.args) > 1:
            return a.args[1]
        returned = getattr(m.heap[value.id], "value", None)
        raise Raised(Error(BuiltinType(StopIteration), () if returned is None else (returned,)))
    return m.unknown("an item")


def _until(m: Machine, function: Value, last: Value) -> Value:
    """``iter(function, last)``: calls until that is returned."""

    def step(m: Machine) -> Value:
        item = m.call(function)
        return MISSING if m.truth(comparisons.compare(m, "==", item, last)) else item

    return new_steps(m, step, True)


def _iter(m: Machine, a: Arguments) -> Value:
    if len(a.args) == 2:
        return _until(m, *a.args)
    made = iterator_of(m, a.args[0])
    return m.unknown("an iterator") if made is None else made


FUNCTIONS: dict[str, Native] = {
    "enumerate": _enumerate,
    "zip": _zip,
    "map": _map,
    "filter": _filter,
    "reversed": _reversed,
    "next": _next,
    "iter": _iter,
}
