"""What a class runs when it is made, asked and called: metaclasses, ``__init_subclass__``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.enums import is_enum, make_members
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Descriptor,
    DictRef,
    Function,
    Instance,
    Method,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def is_metaclass(value: Value) -> bool:
    """Whether a value is a class of the program whose objects are classes."""
    return isinstance(value, ClassRef) and BuiltinType(type) in value.mro


def metaclass(given: Value, bases: tuple[Value, ...]) -> ClassRef | None:
    """The program's own class of a new class: the one that is named, else that of a base."""
    asked = (given, *(base.meta for base in bases if isinstance(base, ClassRef)))
    return next((one for one in asked if isinstance(one, ClassRef) and is_metaclass(one)), None)


def made(m: Machine, cls: ClassRef, named: dict[str, Value]) -> Value:
    """A class whose body has run, or what its metaclass makes of it."""
    for name, held in sorted(m.heap[cls.id].items(), key=lambda pair: str(pair[0])):
        hook = class_attribute(m, held.cls, "__set_name__") if isinstance(held, Instance) else None
        if hook is not None:
            m.call(Method(hook, held), (cls, name))
    for base in cls.mro[1:]:
        hook = m.heap[base.id].get("__init_subclass__") if isinstance(base, ClassRef) else None
        if hook is not None:
            m.call(Method(_plain(hook), cls), (), **named)
            break
    if is_enum(cls):
        make_members(m, cls)
    return cls if cls.meta is None else made_by(m, cls, cls.meta, named)


def made_by(m: Machine, cls: ClassRef, meta: ClassRef, named: dict[str, Value]) -> Value:
    """What a metaclass's ``__new__`` and ``__init__`` make of a class."""
    cls.meta = meta
    held = {name: value for name, value in m.heap[cls.id].items() if isinstance(name, str)}
    given = (cls.name, cls.bases, m.new_dict({**held}))
    m.write(_class_of(given[2]), cls)
    maker, init = (class_attribute(m, meta, name) for name in ("__new__", "__init__"))
    result = cls if maker is None else m.call(_plain(maker), (meta, *given), **named)
    if init is not None and isinstance(result, ClassRef):
        m.call(Method(init, result), given, **named)
    return result


def _class_of(body: DictRef) -> Any:
    """Where it is kept whose body a dict is."""
    return ("class", body.id)


def type_new(m: Machine, a: Arguments) -> Value:
    """``type.__new__(metaclass, name, bases, body)``: the class with what the body holds now."""
    from scopecheck.symbolic.builtins.types import construct

    body = a.args[3]
    cls = m.heap.get(_class_of(body)) if isinstance(body, DictRef) else None
    if not isinstance(cls, ClassRef):
        return construct(m, type, type(a)(a.args[1:4]))
    table = m.contents(body)
    m.write(cls.id, m.heap[cls.id].update(dict(table.items)))
    return cls


def asked(m: Machine, cls: ClassRef, name: str) -> Value | None:
    """An attribute that a class has from its metaclass; None where it has none."""
    found = class_attribute(m, cls.meta, name) if cls.meta is not None else None
    if isinstance(found, Descriptor):
        owner = cls.meta if found.kind == "classmethod" else cls
        bound = Method(found.function, owner)
        return m.call(bound) if found.kind == "property" else bound
    return Method(found, cls) if isinstance(found, Function) else found


def above(m: Machine, cls: ClassRef, name: str) -> Value | None:
    """What ``super()`` in a metaclass's or a class's hook finds in ``type`` and ``object``."""
    from scopecheck.symbolic.calls import instantiate

    if name == "__call__":
        return Builtin(name, lambda m, a: instantiate(m, cls, a))
    if name in ("__init__", "__init_subclass__"):
        return Builtin(name, lambda m, a: None)
    return None


def _plain(function: Value) -> Value:
    return function.function if isinstance(function, Descriptor) else function
