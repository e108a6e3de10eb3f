"""What a value yields when iterated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.symbolic.generators import Iterator, drain, new_iterator, new_steps, peek
from scopecheck.symbolic.values import (
    MISSING,
    THROUGH,
    BuiltinType,
    ClassRef,
    DictRef,
    Foreign,
    Instance,
    Items,
    ListRef,
    Raised,
    Ref,
    SetRef,
    Table,
    Text,
    Unknown,
    Value,
    is_through,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

UNROLL = 48
"""How many passes of a loop with a test are run."""
LONGEST_LOOP = 1024
"""How many passes of a loop over known items are run; of longer ones, the first two.

A loop that only handles data ends much earlier.
"""


def consume(m: Machine, value: Value) -> Items | None:
    """The items a value yields; an iterator is at its end then."""
    value = gone_over(value)
    if isinstance(value, Iterator):
        return drain(m, value)
    check_iterable(m, value)
    return iterate(m, value)


def gone_over(value: Value) -> Value:
    """What a loop over a value goes over."""
    return value.goes_over() if isinstance(value, Foreign) else value


def check_iterable(m: Machine, value: Value) -> None:
    """Raises TypeError for a number or None."""
    if value is None or type(value) in (bool, int, float, complex):
        raise m.fail("TypeError", f"'{type(value).__name__}' object is not iterable")


def some_item(m: Machine, source: Value) -> Unknown:
    """One of the items of something that can't be seen into."""
    if isinstance(source, Text) or (isinstance(source, Unknown) and source.kind == "str"):
        return m.unknown("a character", kind="str", not_none=True)
    if isinstance(source, Unknown):
        item = m.unknown("an item", tame=source.tame, told=source.told)
        return source.part((THROUGH, item.key), item.text) if is_through(source.key) else item
    return m.unknown("an item", tame=getattr(source, "is_data", False))


def iterator_of(m: Machine, value: Value) -> Iterator | None:
    """``iter(value)``, None where the items can't be known."""
    value = gone_over(value)
    check_iterable(m, value)
    if isinstance(value, Iterator):
        return value
    if isinstance(value, Instance):
        return _instance_iterator(m, value)
    held = iterate(m, value)
    return None if held is None else new_iterator(m, held)


def iterate(m: Machine, value: Value) -> Items | None:
    """The items a value yields, None where they can't be known."""
    if isinstance(value, tuple):
        return Items(value)
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        return held
    if isinstance(value, (DictRef, SetRef)):
        table: Table = m.contents(value)
        return Items(tuple(table.items), table.open)
    if isinstance(value, ClassRef):
        from scopecheck.symbolic.enums import members_of

        members = members_of(m, value)
        return None if members is None else Items(tuple(m.contents(members).items.values()))
    if isinstance(value, range):
        if value[4 * UNROLL :]:
            return Items(tuple(value[:2]), True)
        return Items(tuple(value))
    if isinstance(value, (str, bytes)):
        return Items(tuple(value[:LONGEST]), len(value) > LONGEST)
    if isinstance(value, Iterator):
        return peek(m, value)
    if isinstance(value, Foreign):
        return value.iterate(m)
    if isinstance(value, Instance):
        inside = _plain_contents(m, value)
        return _instance(m, value) if inside is None else iterate(m, inside)
    if isinstance(value, Unknown):
        from scopecheck.symbolic.decisions import needed

        known = needed(m, value)
        if not isinstance(known, Unknown):
            return iterate(m, known)
    return None


LONGEST = 500


def _plain_contents(m: Machine, value: Instance) -> Ref | Foreign | None:
    """What an object holds as a dict or list, unless its class iterates in a way of its own."""
    from scopecheck.symbolic.inheritance import class_attribute
    from scopecheck.symbolic.subclassed import contents_of

    own = class_attribute(m, value.cls, "__iter__")
    return contents_of(m, value) if own is None else None


def _instance(m: Machine, value: Instance) -> Items | None:
    made = _instance_iterator(m, value)
    return None if made is None else drain(m, made)


def _instance_iterator(m: Machine, value: Instance) -> Iterator | None:
    from scopecheck.symbolic.inheritance import find_attribute

    method = find_attribute(m, value, "__iter__")
    if method is None:
        getter = find_attribute(m, value, "__getitem__")
        return None if getter is None else _by_index(m, getter)
    result = m.call(method)
    if not isinstance(result, Instance):
        return iterator_of(m, result)
    following = find_attribute(m, result, "__next__") or find_attribute(m, result, "next")
    if following is None:
        return None
    return new_steps(m, lambda m: _unless(m, "StopIteration", following, ()))


def _by_index(m: Machine, getter: Value) -> Iterator:
    place = m.allocate(Items((0,)))

    def step(m: Machine) -> Value:
        (at,) = m.heap[place].items
        m.write(place, Items((at + 1,)))
        return _unless(m, "IndexError", getter, (at,))

    return new_steps(m, step)


def _unless(m: Machine, name: str, function: Value, args: tuple[Value, ...]) -> Value:
    """The result of a call, MISSING where it raises an error of this builtin class."""
    try:
        return m.call(function, args)
    except Raised as raised:
        kind = getattr(raised.error, "type", None)
        if isinstance(kind, BuiltinType) and kind.type.__name__ == name:
            return MISSING
        raise
