"""Classes derived from ``enum.Enum``: members, found by name and by value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Descriptor,
    DictRef,
    Extern,
    Function,
    Instance,
    Method,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_ENUMS = frozenset(f"enum.{name}" for name in ("Enum", "IntEnum", "Flag", "IntFlag", "StrEnum"))
_DATA = frozenset(("enum.IntEnum", "enum.IntFlag", "enum.StrEnum"))
_MEMBERS = "__members__"
_AUTO = Unknown(("auto",), "auto()", tame=True)


def is_enum(cls: ClassRef) -> bool:
    """Whether a class is derived from one of enum's."""
    return any(isinstance(base, Extern) and base.name in _ENUMS for base in cls.mro)


def auto(m: Machine, a: Arguments) -> Value:
    """``enum.auto()``: the number of the member."""
    return _AUTO


def make_members(m: Machine, cls: ClassRef) -> None:
    """Puts a member in the place of each value that the body of an enum's class names."""
    members: dict[Value, Value] = {}
    for name in _named(cls):
        value = m.heap[cls.id].get(name)
        if name.startswith("_") or isinstance(value, (Function, Descriptor, ClassRef)):
            continue
        value = len(members) + 1 if value == _AUTO else value
        members[name] = _member(m, cls, name, value)
    if members:
        held = m.heap[cls.id].update({**members})
        m.write(cls.id, held.set(_MEMBERS, m.new_dict(members)))


def _named(cls: ClassRef) -> list[str]:
    body = getattr(cls.code.node, "body", ())
    targets = [t for one in body if isinstance(one, ast.Assign) for t in one.targets]
    return list(dict.fromkeys(t.id for t in targets if isinstance(t, ast.Name)))


def _member(m: Machine, cls: ClassRef, name: str, value: Value) -> Instance:
    from scopecheck.symbolic.machine import EMPTY
    from scopecheck.symbolic.text import represent

    shown = f"{cls.name}.{name}"
    own = {"name": name, "value": value, "_name_": name, "_value_": value}
    if class_attribute(m, cls, "__str__") is None:
        own["__str__"] = Builtin("__str__", lambda m, a: shown)
    if class_attribute(m, cls, "__repr__") is None:
        own["__repr__"] = Builtin("__repr__", lambda m, a: f"<{shown}: {represent(m, value)}>")
    if is_datum(cls):
        own["__eq__"] = Builtin("__eq__", lambda m, a: _same(m, value, a.args[0]))
        own["__index__"] = own["__int__"] = Builtin("__int__", lambda m, a: value)
    made = Instance(m.allocate(EMPTY.update(own)), cls)
    m.slotted.add(made.id)
    init = class_attribute(m, cls, "__init__")
    if init is not None:
        m.call(Method(init, made), value if isinstance(value, tuple) else (value,))
    return made


def is_datum(cls: ClassRef) -> bool:
    """Whether the members of an enum's class are numbers or strings too."""
    return any(base in _PLAIN or getattr(base, "name", "") in _DATA for base in cls.mro)


def datum(m: Machine, value: Value) -> Value:
    """The number or string that a member is; any other value itself."""
    if isinstance(value, Instance) and is_enum(value.cls) and is_datum(value.cls):
        return m.heap[value.id].get("value")
    return value


_PLAIN = (BuiltinType(int), BuiltinType(str), BuiltinType(float))


def _same(m: Machine, value: Value, other: Value) -> Value:
    """Whether a member that is a number or a string too equals something."""
    from scopecheck.symbolic.comparisons import compare

    return compare(m, "==", value, datum(m, other))


def members_of(m: Machine, value: Value) -> DictRef | None:
    """The members of an enum's class by their names; None for any other value."""
    if not (isinstance(value, ClassRef) and is_enum(value)):
        return None
    held = class_attribute(m, value, _MEMBERS)
    return held if isinstance(held, DictRef) else None


def by_value(m: Machine, cls: ClassRef, members: DictRef, value: Value) -> Value:
    """``Colour(value)``."""
    from scopecheck.symbolic.comparisons import compare
    from scopecheck.symbolic.text import represent

    for member in m.contents(members).items.values():
        same = value == member or compare(m, "==", m.heap[member.id].get("value"), value)
        if isinstance(same, Unknown):
            return m.unknown(f"{cls.name}(…)", not_none=True)
        if same is True:
            return member
    raise m.fail("ValueError", f"{represent(m, value)} is not a valid {cls.name}")
