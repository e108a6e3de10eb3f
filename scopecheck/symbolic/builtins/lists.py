"""Methods of lists and tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.symbolic import comparisons, operators, text
from scopecheck.symbolic.generators import advance, close, is_open
from scopecheck.symbolic.iteration import consume, iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import MISSING, Items, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

ListMethod = Callable[["Machine", Value, "Arguments"], Value]


def _append(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    m.write(value.id, Items(_last(value, (*held.items, *a.args[:1])), held.open))
    return None


def _last(value: Value, items: tuple[Value, ...]) -> tuple[Value, ...]:
    """As many of the last items as a deque keeps."""
    most = getattr(value, "most", None)
    return items if most is None else items[max(len(items) - most, 0) :]


def _extend(m: Machine, value: Value, a: Arguments) -> Value:
    operators.augmented(m, "+", value, a.args[0] if a.args else ())
    held: Items = m.contents(value)
    m.write(value.id, Items(_last(value, held.items), held.open))
    return None


def _append_left(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    backwards = _last(value, (*held.items[::-1], *a.args[:1]))
    m.write(value.id, Items(backwards[::-1], held.open))
    return None


def _extend_left(m: Machine, value: Value, a: Arguments) -> Value:
    more = consume(m, a.args[0]) or Items((), True)
    for item in more.items:
        _append_left(m, value, type(a)((item,)))
    if more.open:
        m.write(value.id, Items(m.contents(value).items, True))
    return None


def _rotate(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    by = index_of(m, a.args[0]) if a.args else 1
    if held.open or not isinstance(by, int):
        m.write(value.id, Items((), True))
    elif held.items:
        at = -by % len(held.items)
        m.write(value.id, Items(held.items[at:] + held.items[:at]))
    return None


def _insert(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    at = index_of(m, a.args[0])
    items = list(held.items)
    items.insert(at if isinstance(at, int) else 0, a.args[1])
    m.write(value.id, Items(tuple(items), held.open or not isinstance(at, int)))
    return None


def _pop(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    at = index_of(m, a.args[0]) if a.args else -1
    if held.open or not isinstance(at, int):
        return m.unknown("an item")
    items = list(held.items)
    try:
        taken = items.pop(at)
    except IndexError as error:
        raise m.fail("IndexError", str(error)) from None
    m.write(value.id, Items(tuple(items)))
    return taken


def _remove(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    for i, item in enumerate(held.items):
        same = comparisons.compare(m, "==", item, a.args[0])
        if same is True:
            m.write(value.id, Items(held.items[:i] + held.items[i + 1 :], held.open))
            return None
        if same is not False:
            m.write(value.id, Items(held.items, True))
            return None
    if held.open:
        return None
    raise m.fail("ValueError", "list.remove(x): x not in list")


def _index(m: Machine, value: Value, a: Arguments) -> Value:
    held = iterate(m, value) or Items((), True)
    bounds = [index_of(m, one) for one in a.args[1:]]
    if bounds and (held.open or not all(isinstance(one, int) for one in bounds)):
        return m.unknown(kind="int")
    where = slice(*[*bounds, None, None][:2])
    for i, item in [*enumerate(held.items)][where]:
        same = item is a.args[0] or comparisons.compare(m, "==", item, a.args[0])
        if same is True:
            return i
        if same is not False:
            return m.unknown(kind="int")
    if held.open:
        return m.unknown(kind="int")
    if isinstance(value, tuple):
        raise m.fail("ValueError", "tuple.index(x): x not in tuple")
    shown = text.represent(m, a.args[0])
    raise m.fail("ValueError", text.concatenate([shown, " is not in list"]))


def _count(m: Machine, value: Value, a: Arguments) -> Value:
    held = iterate(m, value) or Items((), True)
    answers = [comparisons.compare(m, "==", item, a.args[0]) for item in held.items]
    if held.open or any(not isinstance(one, bool) for one in answers):
        return m.unknown(kind="int")
    return sum(answers)


def _reverse(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    m.write(value.id, Items(held.items[::-1], held.open))
    return None


def _sort(m: Machine, value: Value, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.reductions import sort_items

    held: Items = m.contents(value)
    m.write(value.id, sort_items(m, held, a.kwargs.get("key"), a.kwargs.get("reverse", False)))
    return None


def _copy(m: Machine, value: Value, a: Arguments) -> Value:
    held: Items = m.contents(value)
    return m.new_list(held.items, held.open)


def _clear(m: Machine, value: Value, a: Arguments) -> Value:
    m.write(value.id, Items())
    return None


METHODS: dict[str, ListMethod] = {
    "append": _append,
    "extend": _extend,
    "insert": _insert,
    "pop": _pop,
    "popleft": lambda m, value, a: _pop(m, value, type(a)((0,))),
    "appendleft": _append_left,
    "extendleft": _extend_left,
    "rotate": _rotate,
    "remove": _remove,
    "index": _index,
    "count": _count,
    "reverse": _reverse,
    "sort": _sort,
    "copy": _copy,
    "clear": _clear,
}


def _next(m: Machine, value: Value, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.functions import FUNCTIONS

    return FUNCTIONS["next"](m, type(a)((value,)))


def _send(m: Machine, value: Value, a: Arguments) -> Value:
    return _went_on(m, value, advance(m, value, a.args[0] if a.args else None))


def _throw(m: Machine, value: Value, a: Arguments) -> Value:
    from scopecheck.symbolic.lower.statements import as_error

    return _went_on(m, value, advance(m, value, None, as_error(m, a.args[0] if a.args else None)))


def _went_on(m: Machine, value: Value, item: Value) -> Value:
    if item is not MISSING:
        return item
    if is_open(m, value):
        return m.unknown("an item")
    raise m.fail("StopIteration", getattr(m.heap[value.id], "value", None) or "")


def _close(m: Machine, value: Value, a: Arguments) -> Value:
    close(m, value)
    return None


ITERATOR_METHODS: dict[str, ListMethod] = {
    "__next__": _next,
    "next": _next,
    "send": _send,
    "throw": _throw,
    "close": _close,
    "__iter__": lambda m, value, a: value,
}
TUPLE_METHODS: dict[str, ListMethod] = {"index": _index, "count": _count}
