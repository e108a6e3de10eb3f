"""Nested structures of states and sizes: tuples, lists, dicts and named tuples.

Source: tensorflow/python/util/nest.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import DictRef, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

STATE_TUPLE = RecordClass("LSTMStateTuple", ("c", "h"), ())


def state_tuple(c: Value, h: Value) -> Record:
    """``LSTMStateTuple(c, h)``."""
    return Record(STATE_TUPLE, (c, h))


def is_sequence(value: Value) -> bool:
    """Whether nest goes into a value."""
    return isinstance(value, (tuple, ListRef, DictRef, Record))


def parts(m: Machine, value: Value) -> tuple[Value, ...] | None:
    """The parts of one level in nest's order; None where they aren't all known."""
    if isinstance(value, DictRef):
        table = m.contents(value)
        keys = list(table.items)
        if table.open or not all(isinstance(key, str) for key in keys):
            return None
        return tuple(table.items[key] for key in sorted(keys))
    held = iterate(m, value)
    return None if held is None or held.open else held.items


def flatten(m: Machine, value: Value) -> list[Value]:
    """The leaves of a structure; a part that isn't known counts as one leaf."""
    value = needed(m, value)
    if not is_sequence(value):
        return [value]
    held = parts(m, value)
    if held is None:
        return [m.unknown("a part of a structure")]
    return [leaf for one in held for leaf in flatten(m, one)]


def map_structure(m: Machine, function: Callable[..., Value], *values: Value) -> Value:
    """The same structure with the function's results as leaves."""
    first = needed(m, values[0])
    if not is_sequence(first):
        return function(first, *values[1:])
    rows = [parts(m, one) if is_sequence(one) else None for one in (first, *values[1:])]
    if any(row is None for row in rows):
        return m.unknown("a structure", not_none=True)
    known = [row for row in rows if row is not None]
    if len({len(row) for row in known}) > 1:
        return m.unknown("a structure", not_none=True)
    made = [map_structure(m, function, *row) for row in zip(*known, strict=True)]
    return rebuilt(m, first, made)


def rebuilt(m: Machine, like: Value, made: Sequence[Value]) -> Value:
    """One level of a structure with other parts."""
    if isinstance(like, Record):
        return type(like)(like.kind, tuple(made))
    if isinstance(like, DictRef):
        table = m.contents(like)
        pairs = dict(zip(sorted(table.items), made, strict=True))
        return m.new_dict({key: pairs[key] for key in table.items})
    return m.new_list(made) if isinstance(like, ListRef) else tuple(made)


def pack(m: Machine, like: Value, leaves: Sequence[Value]) -> Value:
    """A structure like another, with these leaves in order."""
    rest = iter(leaves)
    return map_structure(m, lambda leaf: next(rest, m.unknown("a leaf")), like)


def kind_of(value: Value) -> str:
    """The Python type of one level, as nest compares it."""
    if isinstance(value, Record):
        return value.kind.name
    if isinstance(value, ListRef):
        return "list"
    return "dict" if isinstance(value, DictRef) else "tuple"


def same_structure(m: Machine, one: Value, other: Value) -> bool | None:
    """Whether two structures agree in types and lengths; None where that isn't known."""
    one, other = needed(m, one), needed(m, other)
    if not is_sequence(one) and not is_sequence(other):
        return True
    if not is_sequence(one) or not is_sequence(other):
        return None
    mine, theirs = parts(m, one), parts(m, other)
    if mine is None or theirs is None:
        return None
    if kind_of(one) != kind_of(other) or len(mine) != len(theirs):
        return False
    below = [same_structure(m, a, b) for a, b in zip(mine, theirs, strict=True)]
    return False if False in below else None if None in below else True
