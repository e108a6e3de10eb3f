"""The contents of dicts and sets: keys, tables, what holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.symbolic.attributes import AttributeTable
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subclassed import contents_of
from scopecheck.symbolic.values import (
    ClassRef,
    DictRef,
    Instance,
    Items,
    Namespace,
    SetRef,
    Table,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def hashable(value: Value) -> Value:
    """A value as a key of a Table; of data it isn't known which key it equals."""
    if getattr(value, "is_data", False):
        return Unknown(("datum", value))
    try:
        hash(value)
    except TypeError:
        return Unknown(("object", id(value)))
    by_contents = isinstance(value, (SetRef, TupleRef))
    if by_contents or (isinstance(value, Instance) and _equal_by_method(value)):
        return Unknown(("object", value.id))
    return value


def _equal_by_method(value: Instance) -> bool:
    """Whether another object may be the same key."""
    classes = [base for base in value.cls.mro if isinstance(base, ClassRef)]
    return any("__eq__" in base.code.local_names for base in classes)


def new_set(m: Machine, held: Items) -> SetRef:
    """A set of the items."""
    return SetRef(m.allocate(Table({hashable(item): None for item in held.items}, held.open)))


def table_of(m: Machine, value: Value) -> Table | None:
    """The contents of a dict, None where the value is none or not known."""
    value = needed(m, value)
    if isinstance(value, DictRef):
        held: Table = m.contents(value)
        return held
    if isinstance(value, Namespace):
        contents = m.contents(value)
        return Table(dict(contents.items()), value.open)
    if isinstance(value, AttributeTable):
        return value.table(m)
    inside = contents_of(m, value)
    return table_of(m, inside) if isinstance(inside, DictRef) else None
