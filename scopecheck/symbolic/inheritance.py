"""Attributes along a class's resolution order, and what binding them to a receiver gives.

It follows Python's data model: ``type.__getattribute__``, descriptors, ``classmethod``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.subclassed import inherited, items_shown
from scopecheck.symbolic.values import (
    MISSING,
    BuiltinType,
    ClassRef,
    ContextFunction,
    Descriptor,
    Function,
    Instance,
    Method,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def class_attribute(m: Machine, cls: ClassRef, name: str) -> Value | None:
    """The attribute along the class's resolution order, as it stands in the namespace."""
    for base in cls.mro:
        if isinstance(base, ClassRef):
            value = m.heap[base.id].get(name, MISSING)
            if value is not MISSING:
                return value
    return None


def find_attribute(m: Machine, value: Instance, name: str) -> Value | None:
    """A method or attribute of an instance, bound; None where the program defines none."""
    held = m.heap[value.id]
    own = held.get(name, MISSING)
    if own is not MISSING:
        return settled(m, own)
    items = items_shown(held)
    if items is not None and name in m.contents(items).items:
        return m.contents(items).items[name]
    found = class_attribute(m, value.cls, name)
    if found is None:
        return inherited(m, value, name)
    if isinstance(found, Descriptor) and found.kind == "cached":
        made = m.call(found.function, (value,))
        m.write(value.id, m.heap[value.id].set(name, made))
        return made
    return bind_attribute(m, found, value, value.cls)


def bind_attribute(m: Machine, found: Value, receiver: Value, cls: ClassRef) -> Value:
    """What looking a class attribute up through a receiver gives."""
    if isinstance(found, Descriptor):
        if found.kind == "property":
            return m.call(found.function, (receiver,)) if isinstance(receiver, Instance) else found
        if found.kind == "cached":
            return found
        if found.kind == "classmethod":
            return Method(found.function, cls)
        return found.function
    if isinstance(receiver, Instance) and isinstance(found, (Function, ContextFunction)):
        return Method(found, receiver)
    if isinstance(found, Instance):
        getter = class_attribute(m, found.cls, "__get__")
        if getter is not None:
            owner = receiver if isinstance(receiver, Instance) else None
            return m.call(Method(getter, found), (owner, cls))
    if isinstance(receiver, Instance) and hasattr(found, "wraps_method"):
        return Method(found, receiver)
    return found


def is_exception(cls: ClassRef) -> bool:
    """Whether a class is an exception's."""
    return any(
        isinstance(base, BuiltinType) and issubclass(base.type, BaseException) for base in cls.mro
    )
