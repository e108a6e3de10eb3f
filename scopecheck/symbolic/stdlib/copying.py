"""``copy``: copies of lists, dicts, sets and the program's objects; what is unique stays itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.enums import is_enum
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.subclassed import CONTENTS
from scopecheck.symbolic.values import (
    BuiltinType,
    DictRef,
    Instance,
    Items,
    ListRef,
    Raised,
    SetRef,
    Table,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _copy(m: Machine, a: Arguments) -> Value:
    value = a.get(0, "x")
    own = find_attribute(m, value, "__copy__") if isinstance(value, Instance) else None
    return _copied(m, value) if own is None else m.call(own)


def _own(m: Machine, value: Value) -> Value:
    """``__deepcopy__``, for which the object itself is asked: its ``__getattr__`` may refuse."""
    if not isinstance(value, Instance):
        return None
    own = find_attribute(m, value, "__deepcopy__")
    if own is None and class_attribute(m, value.cls, "__getattr__") is not None:
        try:
            own = get_attribute(m, value, "__deepcopy__")
        except Raised as raised:
            if raised.error.type != BuiltinType(AttributeError):
                raise
    return None if isinstance(own, Unknown) else own


def _copied(m: Machine, value: Value) -> Value:
    if isinstance(value, TupleRef):
        return m.new_tuple(m.contents(value))
    if isinstance(value, ListRef):
        return m.new_list(m.contents(value).items, m.contents(value).open)
    if isinstance(value, DictRef):
        return DictRef(m.allocate(m.contents(value)), value.factory, value.counts)
    if isinstance(value, SetRef):
        return SetRef(m.allocate(m.contents(value)))
    if isinstance(value, Instance) and not is_enum(value.cls):
        held = m.contents(value)
        if CONTENTS in held:
            held = held.set(CONTENTS, _copied(m, held[CONTENTS]))
        made = Instance(m.allocate(held), value.cls)
        m.slotted.add(made.id)
        return made
    return value


def _deepcopy(m: Machine, a: Arguments) -> Value:
    return _deeply(m, a.get(0, "x"), {})


def _deeply(m: Machine, value: Value, done: dict[int, Value], within: bool = False) -> Value:
    """A copy of a value and of the lists, dicts and objects in it, each copied once.

    within: the value belongs to an object of a library's class, which may keep it as it is.
    """
    if within and getattr(value, "kept_by_layers", False):
        return value
    place = getattr(value, "id", None)
    if place is not None and place in done:
        return done[place]
    copier = getattr(value, "deep_copy", None)
    if copier is not None:
        made = copier(m, lambda one: _deeply(m, one, done, within))
        if place is not None:
            done[place] = made
        return made
    if isinstance(value, tuple):
        return tuple(_deeply(m, one, done, within) for one in value)
    if not isinstance(value, (ListRef, DictRef, SetRef, Instance)):
        return value
    own = _own(m, value)
    if own is not None:
        made = done[value.id] = m.call(own, (m.new_dict({}, True),))
        return made
    if isinstance(value, Instance) and is_enum(value.cls):
        return value
    made = done[value.id] = _copied(m, value)
    held = m.contents(value)
    if isinstance(value, ListRef):
        m.write(made.id, Items(tuple(_deeply(m, x, done, within) for x in held.items), held.open))
    elif isinstance(value, DictRef):
        copied = {k: _deeply(m, v, done, within) for k, v in held.items.items()}
        m.write(made.id, Table(copied, held.open))
    elif isinstance(value, Instance):
        within = within or value.cls.foreign_base
        items = {k: _deeply(m, v, done, within) for k, v in held.items()}
        m.write(made.id, immutables.Map(items))
    return made


FUNCTIONS: dict[str, Any] = {"copy.copy": _copy, "copy.deepcopy": _deepcopy}
