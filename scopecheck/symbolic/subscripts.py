"""``value[index]``: reading, setting and deleting items; slices and indices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.enums import members_of
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.tables import hashable
from scopecheck.symbolic.values import (
    ClassRef,
    DictRef,
    Extern,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    Table,
    TupleRef,
    Unknown,
    Value,
    is_unseen,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


_WITHOUT_ITEMS = frozenset({int, float, complex, bool, type(None)})


class Slice:
    """``a:b:c`` as an index."""

    __slots__ = ("start", "step", "stop")

    def __init__(self, start: Value, stop: Value, step: Value) -> None:
        self.start = start
        self.stop = stop
        self.step = step

    def known(self, m: Machine) -> slice | None:
        """The slice, None where a bound is not a known integer."""
        bounds = [index_of(m, bound) for bound in (self.start, self.stop, self.step)]
        if all(bound is None or isinstance(bound, int) for bound in bounds):
            if bounds[2] == 0:
                raise m.fail("ValueError", "slice step cannot be zero")
            return slice(*bounds)
        return None


def index_of(m: Machine, value: Value) -> Value:
    """An index as an int where the value is one or stands for one."""
    value = needed(m, value)
    if isinstance(value, Foreign):
        whole = value.get_attribute(m, "__index__")
        return value if whole is NotImplemented else whole
    method = find_attribute(m, value, "__index__") if isinstance(value, Instance) else None
    return value if method is None else m.call(method)


def part(m: Machine, value: Value, index: int) -> Value:
    """The item of an unknown sequence."""
    if isinstance(value, Unknown):
        words = f"{value.text}[{index}]"
        return value.part(("[]", value.key, index), words)
    if isinstance(value, Foreign):
        given = value.item(m, index)
        if given is not NotImplemented:
            return given
    return m.unknown()


def get_item(m: Machine, value: Value, index: Value) -> Value:
    """``value[index]``."""
    if isinstance(value, Extern):
        return m.library.item(m, value.name)
    if isinstance(value, Foreign):
        given = value.item(m, index)
        return m.unknown() if given is NotImplemented else given
    if isinstance(value, Instance):
        method = find_attribute(m, value, "__getitem__")
        return m.unknown() if method is None else m.call(method, (index,))
    if isinstance(value, ClassRef):
        members = members_of(m, value)
        return m.unknown() if members is None else _dict_item(m, members, index)
    value = needed(m, value)
    if isinstance(value, Unknown):
        from scopecheck.symbolic.operators import value_key

        key = ("[]", value.key, value_key(index))
        return value.part(key, f"{value.text}[…]")
    if isinstance(value, DictRef):
        return _dict_item(m, value, index)
    if type(value) in _WITHOUT_ITEMS:
        raise m.fail("TypeError", f"'{type(value).__name__}' object is not subscriptable")
    if isinstance(index, Slice):
        return _sliced(m, value, index)
    at = index_of(m, index)
    items: Any = value
    open = False
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        items, open = held.items, held.open
    if isinstance(items, (tuple, str, bytes, range)) and isinstance(at, int):
        if open and (at < 0 or at >= len(items)):
            return m.unknown("an item")
        try:
            return items[at]
        except IndexError as error:
            what = "list index out of range" if isinstance(value, ListRef) else str(error)
            raise m.fail("IndexError", what) from None
    if isinstance(items, tuple) and isinstance(at, Unknown):
        return _any_of(m, items, at, open)
    return m.unknown()


def _any_of(m: Machine, items: tuple[Value, ...], at: Unknown, open: bool) -> Value:
    if items and not open and all(one is items[0] for one in items):
        return items[0]
    return Unknown(("item", at.key, len(items)), "an item", free=at.free)


def _dispatches(value: Value) -> bool:
    return isinstance(value, (Function, ClassRef, Method))


def _dispatched(m: Machine, table: Table, index: Unknown) -> Value:
    """The key by which a free value picks a function or class: each is a path of its own."""
    from scopecheck.symbolic.comparisons import compare

    for key in table.items:
        if isinstance(key, str) and m.truth(compare(m, "==", index, key)):
            return key
    return index


def _dict_item(m: Machine, value: DictRef, index: Value) -> Value:
    table: Table = m.contents(value)
    if isinstance(index, Unknown) and index.free and any(map(_dispatches, table.items.values())):
        index = _dispatched(m, table, index)
    key = hashable(needed(m, index))
    if key in table.items:
        return table.items[key]
    if value.factory is not None:
        made = m.call(value.factory)
        if value.counts:
            return made
        m.write(value.id, Table({**m.contents(value).items, key: made}, table.open))
        return made
    if not table.lacks(key):
        if not (table.open or m.tries or any(map(is_unseen, table.items))):
            held = list(table.items.values())
            if held and all(one is held[0] for one in held):
                return held[0]  # any other key would end the program here
        from scopecheck.symbolic.operators import value_key

        free = isinstance(key, Unknown) and key.free
        return Unknown(("[]", ("dict", value.id), value_key(key)), "an item", free=free)
    raise m.fail("KeyError", key)


def _sliced(m: Machine, value: Value, index: Slice) -> Value:
    known = index.known(m)
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        part = Items((), True) if known is None else Items(held.items[known], held.open)
        if isinstance(value, TupleRef):
            return m.new_tuple(part)
        return m.new_list(part.items, part.open)
    if known is not None and isinstance(value, (tuple, str, bytes, range)):
        return value[known]
    return m.unknown()


def set_item(m: Machine, value: Value, index: Value, new: Value) -> None:
    """``value[index] = new``."""
    if isinstance(value, Foreign):
        value.set_item(m, index, new)
    elif isinstance(value, Instance):
        method = find_attribute(m, value, "__setitem__")
        if method is not None:
            m.call(method, (index, new))
    elif isinstance(value, DictRef):
        table: Table = m.contents(value)
        m.write(value.id, Table({**table.items, hashable(needed(m, index)): new}, table.open))
    elif isinstance(value, TupleRef):
        raise m.fail("TypeError", "'tuple' object does not support item assignment")
    elif isinstance(value, ListRef):
        held: Items = m.contents(value)
        at = index_of(m, index)
        if isinstance(at, int) and -len(held.items) <= at < len(held.items):
            items = list(held.items)
            items[at] = new
            m.write(value.id, Items(tuple(items), held.open))
        elif isinstance(at, int) and not held.open:
            raise m.fail("IndexError", "list assignment index out of range")
        elif isinstance(index, Slice):
            from scopecheck.symbolic.iteration import iterate

            given, known = iterate(m, new), index.known(m)
            if given is None or known is None or given.open:
                m.write(value.id, Items(held.items, True))
            else:
                changed = list(held.items)
                try:
                    changed[known] = given.items
                except ValueError as error:
                    raise m.fail("ValueError", str(error)) from None
                m.write(value.id, Items(tuple(changed), held.open))
        else:
            m.write(value.id, Items(tuple(m.unknown() for _ in held.items), held.open))
    elif isinstance(value, (tuple, str, bytes)):
        kind = type(value).__name__
        raise m.fail("TypeError", f"'{kind}' object does not support item assignment")


def delete_item(m: Machine, value: Value, index: Value) -> None:
    """``del value[index]``."""
    if isinstance(value, Instance):
        method = find_attribute(m, value, "__delitem__")
        if method is not None:
            m.call(method, (index,))
        return
    if isinstance(value, DictRef):
        table: Table = m.contents(value)
        key = hashable(needed(m, index))
        if table.lacks(key):
            raise m.fail("KeyError", key)
        m.write(value.id, Table({k: v for k, v in table.items.items() if k != key}, table.open))
    elif isinstance(value, TupleRef):
        raise m.fail("TypeError", "'tuple' object doesn't support item deletion")
    elif isinstance(value, ListRef):
        held: Items = m.contents(value)
        items = list(held.items)
        at = index.known(m) if isinstance(index, Slice) else index_of(m, index)
        if isinstance(at, (int, slice)):
            try:
                del items[at]
            except IndexError:
                if not held.open:
                    raise m.fail("IndexError", "list assignment index out of range") from None
            m.write(value.id, Items(tuple(items), held.open))
        else:
            m.write(value.id, Items((), True))
    elif isinstance(value, (tuple, str, bytes)):
        kind = type(value).__name__
        raise m.fail("TypeError", f"'{kind}' object doesn't support item deletion")
