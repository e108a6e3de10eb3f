"""Builtins that make one value, or one list, of many items: ``len``, ``sum``, ``sorted`` …"""

from __future__ import annotations

import sys
from functools import cmp_to_key
from typing import TYPE_CHECKING

from scopecheck.symbolic import comparisons, inheritance, operators
from scopecheck.symbolic.builtins.native import Native
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.generators import LIMIT, advance, bound_of, is_open
from scopecheck.symbolic.iteration import consume, iterate, iterator_of
from scopecheck.symbolic.native import answered
from scopecheck.symbolic.values import (
    MISSING,
    ClassRef,
    DictRef,
    Foreign,
    Instance,
    Items,
    ListRef,
    SetRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _len(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0]) if a.args else None
    if isinstance(value, (ListRef, DictRef, SetRef)):
        held = m.contents(value)
        if not held.open:
            return len(held.items)
        return Unknown(("len", value.id, len(held.items)), "len(…)", kind="int")
    if isinstance(value, range) and abs(value.stop - value.start) > sys.maxsize:
        return m.unknown("len(…)", kind="int")
    if isinstance(value, (str, bytes, tuple, range)):
        return len(value)
    if isinstance(value, Instance):
        method = inheritance.find_attribute(m, value, "__len__")
        return m.unknown(kind="int") if method is None else m.call(method)
    if isinstance(value, (Foreign, ClassRef)):
        held = iterate(m, value)
        return len(held.items) if held is not None and not held.open else m.unknown(kind="int")
    if isinstance(value, Unknown):
        return Unknown(("len", value.key), f"len({value.text})", free=value.free, kind="int")
    return m.unknown(kind="int")


def sort_items(m: Machine, held: Items, key: Value, backwards: Value) -> Items:
    """Sorted items; in their order where they can't be compared, then open."""
    keys = [needed(m, item if key is None else m.call(key, (item,))) for item in held.items]
    if keys and all(_ordered(m, one) for one in keys):
        return Items(_by_methods(m, held, keys, backwards is True), held.open)
    try:
        if any(isinstance(k, (Unknown, Foreign, ListRef, Instance)) for k in keys):
            raise TypeError
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=backwards is True)
    except TypeError:
        answered(m, sorted, (tuple(keys),), None)
        return Items(held.items, held.open)
    return Items(tuple(held.items[i] for i in order), held.open)


def _ordered(m: Machine, value: Value) -> bool:
    return (
        isinstance(value, Instance)
        and inheritance.class_attribute(m, value.cls, "__lt__") is not None
    )


def _by_methods(m: Machine, held: Items, keys: list[Value], backwards: bool) -> tuple[Value, ...]:
    """Sorted by what the keys' own ``__lt__`` says."""

    def order(one: int, other: int) -> int:
        if m.truth(comparisons.compare(m, "<", keys[one], keys[other])):
            return -1
        return int(m.truth(comparisons.compare(m, "<", keys[other], keys[one])))

    places = sorted(range(len(keys)), key=cmp_to_key(order), reverse=backwards)
    return tuple(held.items[at] for at in places)


def _sorted(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None:
        return m.new_list((), True)
    done = sort_items(m, held, a.kwargs.get("key"), a.kwargs.get("reverse", False))
    return m.new_list(done.items, done.open)


def _sum(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None or held.open:
        for item in held.items if held else ():
            if isinstance(item, Foreign):
                return item
        return m.unknown("a sum")
    total = a.args[1] if len(a.args) > 1 else a.kwargs.get("start", 0)
    for item in held.items:
        total = operators.binary(m, "+", total, item)
    return total


def _extreme(op: str) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        held = Items(a.args) if len(a.args) > 1 else consume(m, a.args[0])
        if held is None or held.open:
            return m.unknown(kind="")
        if not held.items:
            if "default" in a.kwargs:
                return a.kwargs["default"]
            name = "min" if op == "<" else "max"
            raise m.fail("ValueError", f"{name}() arg is an empty sequence")
        key = a.kwargs.get("key")
        best = held.items[0]
        for item in held.items[1:]:
            x, y = (item, best) if key is None else (m.call(key, (item,)), m.call(key, (best,)))
            better = comparisons.compare(m, op, x, y)
            if isinstance(better, (Unknown, Foreign)):
                return operators.derived(
                    "min" if op == "<" else "max", *(needed(m, i) for i in held.items)
                )
            if better:
                best = item
        return best

    return run


def _any(stop: bool) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        held = iterator_of(m, a.args[0])
        unknown = "any(…)" if stop else "all(…)"
        if held is None:
            return m.unknown(unknown, kind="bool")
        for _ in range(bound_of(m, held, LIMIT)):
            contents = m.heap[held.id]
            if isinstance(contents, Items) and contents.open and not contents.items:
                break
            item = advance(m, held)
            if item is MISSING:
                return m.unknown(unknown, kind="bool") if is_open(m, held) else not stop
            if m.truth(item) is stop:
                return stop
        return m.unknown(unknown, kind="bool")

    return run


def _reduce(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[1])
    if held is None or held.open:
        return m.unknown()
    items = list(held.items)
    if len(a.args) < 3 and not items:
        raise m.fail("TypeError", "reduce() of empty sequence with no initial value")
    total = a.args[2] if len(a.args) > 2 else items.pop(0)
    for item in items:
        total = m.call(a.args[0], (total, item))
    return total


FUNCTIONS: dict[str, Native] = {
    "len": _len,
    "sorted": _sorted,
    "sum": _sum,
    "min": _extreme("<"),
    "max": _extreme(">"),
    "any": _any(True),
    "all": _any(False),
    "reduce": _reduce,
}
