"""Comparisons: equality, identity, order, membership and ``not``."""

from __future__ import annotations

import operator as python
from typing import TYPE_CHECKING

from scopecheck.symbolic import text
from scopecheck.symbolic.choices import alternatives
from scopecheck.symbolic.counters import ordered, passed
from scopecheck.symbolic.decisions import choices_left, known_value, needed, note, recall
from scopecheck.symbolic.native import answered, native_type
from scopecheck.symbolic.operators import (
    DEEPEST,
    RUN,
    as_set,
    derived,
    of_objects,
    show_value,
    value_key,
)
from scopecheck.symbolic.values import (
    BuiltinType,
    DictRef,
    Extern,
    Foreign,
    Instance,
    ListRef,
    Namespace,
    Ref,
    SetRef,
    Table,
    Text,
    TupleRef,
    Unknown,
    Value,
    View,
    is_unseen,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def negate(m: Machine, value: Value) -> Value:
    """``not value``: an unknown stays one, so that no path is split before it has to be."""
    value = known_value(m, value)
    if isinstance(value, Unknown):
        if value.key[0] == "not":
            return value.key[1]
        return Unknown(("not", value), f"not {value.text}", free=value.free, kind="bool")
    return not m.truth(value)


def compare(m: Machine, op: str, one: Value, other: Value) -> Value:
    """``one op other`` for a comparison."""
    if op == "!=":
        return negate(m, compare(m, "==", one, other))
    if op == "is not":
        return negate(m, compare(m, "is", one, other))
    if op == "not in":
        return negate(m, compare(m, "in", one, other))
    if op == "in":
        return _contains(m, one, other)
    if op in ("==", "is"):
        return _equal(m, op, one, other)
    if isinstance(one, (Foreign, Instance)) or isinstance(other, (Foreign, Instance)):
        return of_objects(m, op, one, other)
    one, other = needed(m, one), needed(m, other)
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        known = ordered(op, one, other)
        return derived(op, one, other) if known is None else known
    if isinstance(one, View) or isinstance(other, View):
        one, other = as_set(m, one), as_set(m, other)
    if isinstance(one, SetRef) and isinstance(other, SetRef):
        a, b = m.contents(one), m.contents(other)
        if not (a.open or b.open):
            return bool(RUN[op](a.items.keys(), b.items.keys()))
    if isinstance(one, TupleRef) or isinstance(other, TupleRef):
        return m.unknown("a comparison")
    if isinstance(one, ListRef) and isinstance(other, ListRef):
        mine, theirs = m.contents(one), m.contents(other)
        if mine.open or theirs.open:
            return m.unknown("a comparison")
        one, other = mine.items, theirs.items
    try:
        return bool(RUN[op](one, other))
    except TypeError:
        by_kind = _by_kind(op, one, other)
        if m.frame.code.python2 and by_kind is not None:
            return by_kind
        unknown = m.unknown("a comparison") if by_kind is None else by_kind
        return answered(m, RUN[op], (one, other), unknown)


def _are_tuples(*values: Value) -> bool:
    return all(isinstance(one, (tuple, TupleRef)) for one in values)


def _by_kind(op: str, one: Value, other: Value) -> bool | None:
    """The order of two kinds of values in Python 2, which Python 3 refuses to compare.

    None comes first, then numbers, then everything else by the name of its type.
    """
    first, second = _kind(one), _kind(other)
    if first is None or second is None or first == second:
        return None
    return bool(RUN[op](first, second))


def _kind(value: Value) -> tuple[int, str] | None:
    if value is None:
        return 0, ""
    if isinstance(value, (bool, int, float)):
        return 1, ""
    kind = native_type(value)
    return None if kind is None else (2, kind.__name__)


def _equal(m: Machine, op: str, one: Value, other: Value) -> Value:
    one, other = known_value(m, one), known_value(m, other)
    if isinstance(other, Unknown) and not isinstance(one, Unknown):
        one, other = other, one
    if isinstance(one, Unknown):
        return _unknown_equal(m, op, one, other)
    views = isinstance(one, (View, SetRef)) and isinstance(other, (View, SetRef))
    if op == "==" and views and (isinstance(one, View) or isinstance(other, View)):
        return _equal(m, op, as_set(m, one), as_set(m, other))
    if isinstance(one, Foreign) or isinstance(other, Foreign):
        foreign, value = (one, other) if isinstance(one, Foreign) else (other, one)
        result = foreign.binary(m, op, value, foreign is not one)
        return (one is other or one == other) if result is NotImplemented else result
    if isinstance(one, Extern) != isinstance(other, Extern) and _of_model(one, other):
        return derived("==", m.unknown("a type"), None)
    if op == "is":
        if isinstance(one, (bool, type(None))) or isinstance(other, (bool, type(None))):
            return one is other
        return type(one) is type(other) and one == other
    if isinstance(other, Instance) and not isinstance(one, Instance):
        one, other = other, one
    if isinstance(one, Instance):
        from scopecheck.symbolic.inheritance import find_attribute

        method = find_attribute(m, one, "__eq__")
        if method is not None:
            return m.call(method, (other,))
        from scopecheck.symbolic.builtins.dataclass import compared

        if isinstance(other, Instance) and one.cls is other.cls:
            return one == other or _sequences(m, *(compared(m, side) for side in (one, other)))
    if isinstance(one, Text) or isinstance(other, Text):
        return _texts_equal(one, other)
    if isinstance(one, TupleRef) or isinstance(other, TupleRef):
        return m.unknown("two tuples are equal") if _are_tuples(one, other) else False
    if isinstance(one, ListRef) and isinstance(other, ListRef):
        a, b = m.contents(one), m.contents(other)
        if a.open or b.open:
            return m.unknown("two lists are equal")
        return _sequences(m, a.items, b.items)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _sequences(m, one, other)
    if isinstance(one, Ref) and type(one) is type(other) and isinstance(one, (DictRef, SetRef)):
        return one == other or _tables(m, m.contents(one), m.contents(other))
    if isinstance(one, Namespace) and isinstance(other, Namespace):
        a, b = (Table(dict(m.heap[side.id]), side.open) for side in (one, other))
        return one == other or _tables(m, a, b)
    return bool(one == other)


def _tables(m: Machine, one: Table, other: Table) -> Value:
    """Whether two dicts or two sets hold the same, in whatever order."""
    if one.items.keys() == other.items.keys() and not (one.open or other.open):
        values = tuple(other.items[key] for key in one.items)
        return _sequences(m, tuple(one.items.values()), values)
    if any(table.open or any(map(is_unseen, table.items)) for table in (one, other)):
        return m.unknown("two tables are equal", kind="bool")
    return False


def _of_model(one: Value, other: Value) -> bool:
    """Whether one is the type of a model's value, which has another name in the library."""
    return any(isinstance(x, BuiltinType) and issubclass(x.type, Foreign) for x in (one, other))


def _sequences(m: Machine, one: tuple[Value, ...], other: tuple[Value, ...]) -> Value:
    if len(one) != len(other):
        return False
    for x, y in zip(one, other, strict=True):
        m.step()
        if m.comparing > DEEPEST:
            return m.unknown("two lists are equal")
        m.comparing += 1
        try:
            same = compare(m, "==", x, y)
        finally:
            m.comparing -= 1
        if isinstance(same, Unknown):
            return same
        if not m.truth(same):
            return False
    return True


def _texts_equal(one: Value, other: Value) -> Value:
    if one == other:
        return True
    if not (isinstance(one, (str, Text)) and isinstance(other, (str, Text))):
        return False
    free = all(
        part.free
        for side in (one, other)
        if isinstance(side, Text)
        for part in side.parts
        if isinstance(part, Unknown)
    )
    return Unknown(("==", ("text", one), other), f"{one} == {other!s}", free=free, kind="bool")


def _unknown_equal(m: Machine, op: str, one: Unknown, other: Value) -> Value:
    if isinstance(other, Unknown):
        if one.key == other.key:
            return True
        return derived(op, one, other)
    if isinstance(other, (Ref, Foreign)):
        return derived(op, one, other)
    if (other is None and one.not_none) or passed(one, other):
        return False
    if one.choices:
        left = choices_left(m, one)
        if other not in left or len(left) == 1:
            return other in left
    if op == "is" and isinstance(other, (BuiltinType, Extern)):
        return derived(op, one, other)
    word = f"{one.text or 'a value'} {op} {show_value(other)}"
    usual = bool(one.default == other) if one.default is not None or one.unset else None
    made = Unknown((op, one.key, other), word, free=one.free, kind="bool", default=usual)
    known = recall(m, made.key)
    return made if known is None else known


def _is_key(m: Machine, item: Value, container: DictRef | SetRef) -> Value:
    """``item in container``; of a set, a decision holds while nothing is added.

    That a dict has a key is decided once: it is where programs keep what they make. So it is
    where paths have met that had put it there, and others that hadn't.
    """
    from scopecheck.symbolic.tables import hashable

    held = alternatives(m.heap.get(container.id))
    table: Table = m.contents(container)
    key_there = hashable(item) in table.items
    if isinstance(container, DictRef) and len({hashable(item) in one.items for one in held}) > 1:
        note(m, derived("in", m.unknown(), container), key_there)
    if key_there:
        return True
    unseen = is_unseen(item)
    possible = bool(table.items) or isinstance(container, DictRef)
    if not table.open and not (unseen and possible) and not any(map(is_unseen, table.items)):
        return False
    asked = derived("in", item if unseen else m.unknown(), container)
    if not unseen or isinstance(container, DictRef) or not table.items:
        return asked
    key = ("in", value_key(item), value_key(container), len(table.items))
    return Unknown(key, asked.text, free=asked.free, tame=asked.tame, not_none=True)


def _contains(m: Machine, item: Value, container: Value) -> Value:
    from scopecheck.symbolic.iteration import iterate

    container = needed(m, container)
    if isinstance(container, bytes) and isinstance(item, bytes):
        return item in container
    if isinstance(container, (str, Text)):
        item = needed(m, item)
        if isinstance(container, str) and not isinstance(item, (Unknown, Text)):
            unknown = m.unknown("in", kind="bool")
            return answered(m, python.contains, (container, item), unknown)
        if isinstance(container, Text) and isinstance(item, str):
            decided = text.holds(container, item)
            if decided is not None:
                return decided
        return Unknown(
            ("in", value_key(item), value_key(container)),
            f"{show_value(item)} in {container}",
            kind="bool",
        )
    if isinstance(container, (DictRef, SetRef)):
        return _is_key(m, known_value(m, item), container)
    if isinstance(container, Instance):
        from scopecheck.symbolic.inheritance import find_attribute

        method = find_attribute(m, container, "__contains__")
        return m.unknown() if method is None else m.call(method, (item,))
    if isinstance(container, Namespace):
        from scopecheck.symbolic.access import get_attribute

        return m.call(get_attribute(m, container, "__contains__"), (item,))
    if isinstance(container, Foreign):
        answer = container.contains(m, needed(m, item))
        if answer is not NotImplemented:
            return answer
    held = iterate(m, container)
    if held is None:
        return derived("in", m.unknown() if not isinstance(item, Unknown) else item, container)
    doubt: Value = None
    for one in held.items:
        same = one is item or compare(m, "==", one, item)
        if same is True:
            return True
        if isinstance(same, Unknown):
            doubt = same if doubt is None else derived("in", item, container)
        elif isinstance(same, Foreign):
            doubt = m.unknown()
    if doubt is not None:
        return doubt
    return m.unknown("an item is in a list") if held.open else False
