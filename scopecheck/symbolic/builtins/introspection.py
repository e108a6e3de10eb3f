"""Builtins that look at a value: its type, its attributes, the names in force."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import TYPE_CHECKING

from scopecheck.symbolic import access, inheritance, operators
from scopecheck.symbolic.attributes import OPEN, AttributeTable, GlobalTable, any_changes
from scopecheck.symbolic.builtins.literals import read_text
from scopecheck.symbolic.builtins.native import Native
from scopecheck.symbolic.builtins.types import matches
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.choices import settled, settled_slots
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.native import ATOMS, native_type
from scopecheck.symbolic.number_members import may_be_numpys
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    ClassRef,
    ContextFunction,
    Descriptor,
    DictRef,
    Extern,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    ModuleRef,
    Namespace,
    Partial,
    Raised,
    SetRef,
    Text,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _isinstance(m: Machine, a: Arguments) -> Value:
    return matches(m, a.args[0], a.args[1]) if len(a.args) == 2 else m.unknown()


def _issubclass(m: Machine, a: Arguments) -> Value:
    if len(a.args) != 2:
        return m.unknown()
    if isinstance(a.args[0], (int, float, str, bytes, type(None))):
        raise m.fail("TypeError", "issubclass() arg 1 must be a class")
    kinds = a.args[1] if isinstance(a.args[1], tuple) else (a.args[1],)
    answers = [_is_derived(a.args[0], kind) for kind in kinds]
    return True if True in answers else m.unknown() if None in answers else False


def _is_derived(one: Value, kind: Value) -> bool | None:
    """Whether a class is derived from another; None where one of them is not known."""
    if isinstance(one, BuiltinType) and isinstance(kind, BuiltinType):
        return issubclass(one.type, kind.type)
    known = isinstance(one, ClassRef) and isinstance(kind, (ClassRef, BuiltinType, Extern))
    return kind in one.mro if known else None


def _getattr(m: Machine, a: Arguments) -> Value:
    value, name = a.args[0], needed(m, a.args[1])
    if not isinstance(name, str):
        return m.unknown("an attribute")
    if len(a.args) < 3:
        return access.get_attribute(m, value, name)
    if isinstance(value, Extern) and m.library.is_function(value.name):
        if not hasattr(FunctionType, name):
            return a.args[2]
    kind = native_type(value)
    if kind is not None and not hasattr(kind, name) and not _is_numpys(m, value, name):
        return a.args[2]
    try:
        return access.get_attribute(m, value, name)
    except Raised as raised:
        if _attribute_error(raised):
            return a.args[2]
        raise


def _is_numpys(m: Machine, value: Value, name: str) -> bool:
    return may_be_numpys(value, name) and m.truth(m.unknown("a number of numpy", kind="bool"))


def _attribute_error(raised: Raised) -> bool:
    kind = getattr(raised.error, "type", None)
    return isinstance(kind, BuiltinType) and kind.type is AttributeError


def _hasattr(m: Machine, a: Arguments) -> Value:
    value, name = a.args[0], needed(m, a.args[1])
    if not isinstance(name, str):
        return m.unknown("hasattr(…)", kind="bool")
    if isinstance(value, Unknown):
        return operators.derived("hasattr", value, name)
    if isinstance(value, Extern):
        if m.library.lacks(m, f"{value.name}.{name}"):
            return False
        return not m.library.is_function(value.name) or hasattr(FunctionType, name)
    if isinstance(value, Instance):
        found = inheritance.class_attribute(m, value.cls, name)
        if isinstance(found, Descriptor) and found.kind == "property":
            return _is_found(m, value, name)
        if name in m.heap[value.id] or found is not None:
            return True
        if OPEN in m.heap[value.id]:
            return operators.derived("hasattr", m.unknown(), name)
        if inheritance.class_attribute(m, value.cls, "__getattr__") is not None:
            return _is_found(m, value, name)
        return (
            m.unknown("hasattr(…)", kind="bool")
            if value.cls.foreign_base
            and name != "__call__"
            and any(not isinstance(b, (ClassRef, BuiltinType)) for b in value.cls.mro)
            else False
        )
    if may_be_numpys(value, name):
        return m.unknown("hasattr(…)", kind="bool")
    kind = native_type(value)
    if kind is not None:
        return hasattr(kind, name)
    return _is_found(m, value, name)


def _is_found(m: Machine, value: Value, name: str) -> Value:
    """Whether asking for an attribute gives one."""
    try:
        found = access.get_attribute(m, value, name)
    except Raised as raised:
        if _attribute_error(raised):
            return False
        raise
    return not isinstance(found, Unknown) or m.unknown("hasattr(…)", kind="bool")


def _setattr(m: Machine, a: Arguments) -> Value:
    value, name = a.args[:2]
    if isinstance(name, str):
        access.set_attribute(m, value, name, a.args[2])
    elif isinstance(value, (Instance, Namespace)) and isinstance(name, (Unknown, Text)):
        any_changes(m, value.id, name)
    return None


def _delattr(m: Machine, a: Arguments) -> Value:
    if isinstance(a.args[1], str):
        access.delete_attribute(m, a.args[0], a.args[1])
    return None


def _callable(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(
        value, (Function, Method, Partial, Builtin, BuiltinType, ClassRef, ContextFunction)
    ):
        return True
    if isinstance(value, Instance):
        return inheritance.class_attribute(m, value.cls, "__call__") is not None
    if isinstance(value, Foreign):
        return type(value).call is not Foreign.call
    return (
        operators.derived("callable", value)
        if isinstance(value, Unknown)
        else isinstance(value, Extern)
    )


def _globals(m: Machine, a: Arguments) -> Value:
    return GlobalTable(m.frame.module.id)


def _locals(m: Machine, a: Arguments) -> Value:
    return m.new_dict(settled_slots(m, m.heap[m.frame.id]))


def _eval(m: Machine, a: Arguments) -> Value:
    """``eval(text)``: what a name stands for, of a literal its value; else it may be anything."""
    text = needed(m, a.args[0]) if len(a.args) == 1 and not a.open else None
    if isinstance(text, str):
        name, *parts = text.strip().split(".")
        if all(one.isidentifier() for one in (name, *parts)):
            value = _named(m, name)
            for one in parts if value is not MISSING else ():
                value = access.get_attribute(m, value, one)
            if value is not MISSING:
                return value
    return read_text(m, a, ast.literal_eval, m.unknown("eval(…)"))


def _named(m: Machine, name: str) -> Value:
    """What a name stands for where the call is made, MISSING if it isn't the program's."""
    for place in (m.frame.id, m.frame.module.id):
        held = m.heap[place].get(name, MISSING)
        if held is not MISSING:
            return settled(m, held)
    return MISSING


def _vars(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(a.args[0], Namespace) and a.args[0].open:
        return m.new_dict(settled_slots(m, m.heap[a.args[0].id]), True)
    if a.args and isinstance(a.args[0], (Instance, ClassRef, ModuleRef, Namespace)):
        return AttributeTable(a.args[0].id)
    return _locals(m, a) if not a.args else m.new_dict({}, True)


class Identity(Foreign):
    """What ``id`` or ``hash`` gives: the same number for the same value, another for others."""

    __slots__ = ("of", "what")

    def __init__(self, what: str, of: Value) -> None:
        self.what = what
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and (self.what, self.of) == (other.what, other.of)

    def __hash__(self) -> int:
        return hash((self.what, self.of))

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """It is an ``int``."""
        return matches(m, 0, kind)

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """Only equality is known."""
        if op in ("==", "is") and not isinstance(other, (int, float, Unknown)):
            return NotImplemented
        return m.unknown(self.what, kind="bool" if op in ("==", "<", ">", "<=", ">=") else "int")


def _id(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.get(0, "obj"))
    return Identity("id", value) if isinstance(value, REFERRED) else m.unknown("id", kind="int")


def _hash(m: Machine, a: Arguments) -> Value:
    """``hash(value)``; one of a class that says what its hash is gives that."""
    value = needed(m, a.get(0, "obj"))
    if isinstance(value, Instance):
        own = inheritance.find_attribute(m, value, "__hash__")
        if own is not None:
            return m.call(own, ())
    if isinstance(value, (int, float)):
        return hash(value)
    for ref, kind in ((ListRef, "list"), (DictRef, "dict"), (SetRef, "set")):
        if type(value) is ref:
            raise m.fail("TypeError", f"unhashable type: '{kind}'")
    return Identity("hash", value) if _is_told_apart(value) else m.unknown("hash", kind="int")


REFERRED = (Instance, ClassRef, ModuleRef, ListRef, DictRef, SetRef, Function, Foreign)
"""What is one object wherever it is met."""


def _is_told_apart(value: Value) -> bool:
    """Whether a value surely equals others or not: no part of it is unknown."""
    if isinstance(value, tuple):
        return all(map(_is_told_apart, value))
    if isinstance(value, TupleRef):
        return False
    return isinstance(value, (*ATOMS, *REFERRED, Extern, BuiltinType))


class Names(Foreign):
    """``dir(module)`` of a module outside the program."""

    __slots__ = ("module",)

    def __init__(self, module: Extern) -> None:
        self.module = module

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Names) and self.module == other.module

    def __hash__(self) -> int:
        return hash(("dir", self.module))

    def iterate(self, m: Machine) -> Items:
        """Some names."""
        return Items((), True)

    def contains(self, m: Machine, item: Value) -> Value:
        """Whether the module has the name."""
        return _hasattr(m, Arguments((self.module, item)))


def _dir(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(a.args[0], Extern):
        return Names(a.args[0])
    if a.args and isinstance(a.args[0], ModuleRef):
        table = AttributeTable(a.args[0].id).table(m)
        shown = [name for name in table.items if isinstance(name, str)]
        return m.new_list(sorted(shown), table.open or len(shown) < len(table.items))
    if not a.args or not isinstance(a.args[0], (Instance, ClassRef)):
        return m.new_list((), True)
    value = a.args[0]
    cls = value.cls if isinstance(value, Instance) else value
    held = {name for base in cls.mro if isinstance(base, ClassRef) for name in m.heap[base.id]}
    own = m.heap[value.id]
    names = {name for name in (*own, *held, *dir(object)) if isinstance(name, str)}
    return m.new_list(sorted(names - {OPEN}), cls.foreign_base or OPEN in own)


FUNCTIONS: dict[str, Native] = {
    "isinstance": _isinstance,
    "issubclass": _issubclass,
    "getattr": _getattr,
    "hasattr": _hasattr,
    "setattr": _setattr,
    "delattr": _delattr,
    "callable": _callable,
    "globals": _globals,
    "locals": _locals,
    "eval": _eval,
    "vars": _vars,
    "id": _id,
    "hash": _hash,
    "dir": _dir,
}
