"""``isinstance`` of classes that say what a value can do: numbers, collections, typing.

A class of the program that defines the methods counts as one, as Python's own hooks have it.
"""

from __future__ import annotations

import builtins as python
import collections.abc as abc
import functools
import numbers
import types
import typing
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.comparisons import compare, negate
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.native import native_type
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Error,
    Extern,
    FlagNumber,
    Foreign,
    Function,
    Instance,
    Method,
    ModuleRef,
    Partial,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _origin(name: str) -> Any:
    """What ``typing.X`` stands for when a value is asked whether it is one."""
    return typing.get_origin(getattr(typing, name, None))


_KINDS: dict[str, type] = {
    **{f"numbers.{name}": getattr(numbers, name) for name in numbers.__all__},
    **{
        f"{room}.{name}": getattr(abc, name)
        for room in ("collections", "collections.abc", "six.moves.collections_abc")
        for name in abc.__all__
    },
    **{
        f"typing.{name}": kind for name in typing.__all__ if isinstance(kind := _origin(name), type)
    },
    "types.BuiltinFunctionType": types.BuiltinFunctionType,
    "types.ModuleType": types.ModuleType,
}
_HOOKS: dict[type, tuple[str, ...]] = {
    abc.Callable: ("__call__",),  # type: ignore[dict-item]
    abc.Collection: ("__len__", "__iter__", "__contains__"),
    abc.Container: ("__contains__",),
    abc.Iterable: ("__iter__",),
    abc.Iterator: ("__iter__", "__next__"),
    abc.Reversible: ("__reversed__", "__iter__"),
    abc.Sized: ("__len__",),
}
"""The methods that make any class one of these."""
_NATIVE: tuple[tuple[type, type], ...] = (
    (Function, types.FunctionType),
    (Method, types.MethodType),
    (Builtin, types.BuiltinFunctionType),
    (Partial, functools.partial),
    (ModuleRef, types.ModuleType),
    (ClassRef, type),
    (BuiltinType, type),
    (Error, Exception),
    (FlagNumber, int),
)


def matches_abstract(m: Machine, value: Value, kind: Extern) -> Value:
    """Whether a value is one of such a class, NotImplemented for any other class."""
    asked = _KINDS.get(kind.name)
    if asked is None:
        return NotImplemented
    if isinstance(value, Unknown):
        if value.kind:
            return issubclass(getattr(python, value.kind), asked)
        return given_as(m, value, asked) if value.given else NotImplemented
    if isinstance(value, Instance):
        return _object(m, value, asked)
    if isinstance(value, Extern):
        module = m.library.is_module(value.name)
        if module is not None and (module or asked is types.ModuleType):
            return module and issubclass(types.ModuleType, asked)
    native = native_type(value)
    for ours, theirs in _NATIVE:
        native = theirs if native is None and isinstance(value, ours) else native
    if native is not None:
        return issubclass(native, asked)
    if isinstance(value, Foreign):
        return NotImplemented
    return m.unknown("isinstance(…)", kind="bool")


def given_as(m: Machine, value: Unknown, kind: type) -> Value:
    """``isinstance`` of an option that is None unless it is given, as some type."""
    if not issubclass(getattr(python, value.given), kind):
        return False
    return issubclass(type(None), kind) or negate(m, compare(m, "is", value, None))


def _object(m: Machine, value: Instance, asked: type) -> Value:
    """Whether an object of a class of the program is one."""
    if asked is abc.Hashable:
        return _hashable(m, value.cls)
    open = False
    for base in value.cls.mro:
        known = base.type if isinstance(base, BuiltinType) else None
        if isinstance(base, Extern):
            known = _KINDS.get(base.name)
        if known is not None and issubclass(known, asked) and known is not object:
            return True
        open = open or (known is None and not isinstance(base, ClassRef))
    methods = _HOOKS.get(asked)
    if methods is not None and all(class_attribute(m, value.cls, one) for one in methods):
        return True
    return m.unknown("isinstance(…)", kind="bool") if open else False


def _hashable(m: Machine, cls: ClassRef) -> Value:
    """Whether objects of a class have a hash: the first class that says so decides."""
    for base in cls.mro:
        if isinstance(base, ClassRef):
            held = m.heap[base.id]
            if "__hash__" in held:
                return held["__hash__"] is not None
            if "__eq__" in held:
                return False
            continue
        known = base.type if isinstance(base, BuiltinType) else None
        known = _KINDS.get(base.name) if isinstance(base, Extern) else known
        if known is None:
            return m.unknown("isinstance(…)", kind="bool")
        if not issubclass(known, abc.Hashable):
            return False
    return True


_OLD = {
    "Boolean": bool,
    "Dict": dict,
    "Float": float,
    "Int": int,
    "List": list,
    "Long": int,
    "None": type(None),
    "String": str,
    "Tuple": tuple,
    "Unicode": str,
}
CONSTANTS: dict[str, Value] = {
    "six.class_types": (BuiltinType(type),),
    "six.integer_types": (BuiltinType(int),),
    "six.string_types": (BuiltinType(str),),
    "six.text_type": BuiltinType(str),
    "types.FunctionType": BuiltinType(types.FunctionType),
    "types.LambdaType": BuiltinType(types.FunctionType),
    "types.MethodType": BuiltinType(types.MethodType),
    "types.StringTypes": (BuiltinType(str),),
    **{f"types.{name}Type": BuiltinType(kind) for name, kind in _OLD.items()},
}
"""Python's types by other names, those of Python 2's module types among them."""
