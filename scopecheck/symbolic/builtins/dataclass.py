"""Dataclasses: the constructor that the decorator writes, and the module's functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    ClassRef,
    Instance,
    Method,
    Table,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def is_dataclass(m: Machine, cls: ClassRef) -> bool:
    """Whether the class or one it inherits from is a dataclass."""
    return any(
        isinstance(base, ClassRef) and bool(m.heap[base.id].get("__dataclass__"))
        for base in cls.mro
    )


def fields(m: Machine, cls: ClassRef) -> list[str]:
    """The names of the fields, in order."""
    names: list[str] = []
    for base in reversed(cls.mro):
        if isinstance(base, ClassRef):
            names.extend(n for n in m.heap[base.id].get("__annotations__", ()) if n not in names)
    return names


def _default(m: Machine, cls: ClassRef, name: str) -> tuple[Value, bool]:
    """The default of a field, and whether the constructor takes the field."""
    value = class_attribute(m, cls, name)
    if value is None and not any(
        isinstance(base, ClassRef) and name in m.heap[base.id] for base in cls.mro
    ):
        return MISSING, True
    if not isinstance(value, Table):
        return value, True
    factory = value.items.get("default_factory")
    taken = value.items.get("init", True) is not False
    made = m.call(factory) if factory is not None else value.items.get("default", MISSING)
    return made, taken


def dataclass_init(m: Machine, cls: ClassRef, instance: Instance, arguments: Arguments) -> bool:
    """The constructor that ``@dataclass`` writes; False for another class."""
    if not is_dataclass(m, cls):
        return False
    names = fields(m, cls)
    defaults = {name: _default(m, cls, name) for name in names}
    taken = [name for name in names if defaults[name][1]]
    given = dict(zip(taken, arguments.args, strict=False))
    given.update(arguments.kwargs)
    contents = m.heap[instance.id]
    for name in names:
        value = given.get(name, defaults[name][0])
        if value is MISSING:
            if not arguments.open and defaults[name][1]:
                wanted = f"missing 1 required positional argument: '{name}'"
                raise m.fail("TypeError", f"{cls.name}.__init__() {wanted}")
            if not arguments.open:
                continue
            value = m.unknown(name)
        contents = contents.set(name, value)
    m.write(instance.id, contents)
    post = class_attribute(m, cls, "__post_init__")
    if post is not None:
        m.call(Method(post, instance))
    return True


def _dataclass(m: Machine, a: Arguments) -> Value:
    def mark(m: Machine, inner: Arguments) -> Value:
        cls = inner.args[0]
        if isinstance(cls, ClassRef):
            m.write(cls.id, m.heap[cls.id].set("__dataclass__", True))
        return cls

    if len(a.args) == 1 and isinstance(a.args[0], ClassRef):
        return mark(m, a)
    return Builtin("dataclass", mark)


def _field(m: Machine, a: Arguments) -> Value:
    return Table(dict(a.kwargs))


def _replace(m: Machine, a: Arguments) -> Value:
    value = a.args[0] if a.args else None
    if not isinstance(value, Instance):
        return m.unknown("dataclasses.replace(…)", not_none=True)
    given = {
        name: get_attribute(m, value, name)
        for name in fields(m, value.cls)
        if _taken(m, value.cls, name)
    }
    return m.call(value.cls, (), **{**given, **a.kwargs})


def _taken(m: Machine, cls: ClassRef, name: str) -> bool:
    value = class_attribute(m, cls, name)
    return not isinstance(value, Table) or value.items.get("init", True) is not False


def _asdict(m: Machine, a: Arguments) -> Value:
    value = a.args[0] if a.args else None
    if not isinstance(value, Instance):
        return m.new_dict({}, True)
    made: dict[Value, Value] = {}
    for name in fields(m, value.cls):
        held = get_attribute(m, value, name)
        nested = isinstance(held, Instance) and is_dataclass(m, held.cls)
        made[name] = _asdict(m, type(a)((held,))) if nested else held
    return m.new_dict(made)


def _astuple(m: Machine, a: Arguments) -> Value:
    value = a.args[0] if a.args else None
    if not isinstance(value, Instance):
        return m.unknown("a tuple", not_none=True)
    return tuple(get_attribute(m, value, name) for name in fields(m, value.cls))


def compared(m: Machine, value: Instance) -> tuple[Value, ...]:
    """What two objects of a class are equal by: of a dataclass its fields, else the object."""
    if not is_dataclass(m, value.cls):
        return (value.id,)
    return tuple(get_attribute(m, value, name) for name in fields(m, value.cls))


def _fields(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.machine import EMPTY
    from scopecheck.symbolic.values import Namespace

    value = a.args[0] if a.args else None
    cls = value.cls if isinstance(value, Instance) else value
    if not isinstance(cls, ClassRef):
        return m.unknown("fields", not_none=True)
    return tuple(Namespace(m.allocate(EMPTY.set("name", n)), True) for n in fields(m, cls))


FUNCTIONS: dict[str, Any] = {
    "dataclasses.dataclass": _dataclass,
    "dataclasses.field": _field,
    "dataclasses.replace": _replace,
    "dataclasses.asdict": _asdict,
    "dataclasses.astuple": _astuple,
    "dataclasses.fields": _fields,
}
