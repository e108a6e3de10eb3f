"""Python's own functions, types and methods on abstract values."""

from __future__ import annotations

from types import ClassMethodDescriptorType
from typing import TYPE_CHECKING

from scopecheck.symbolic.builtins.arity import called, fitted, owner
from scopecheck.symbolic.generators import Iterator
from scopecheck.symbolic.native import answered
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    DictRef,
    Instance,
    ListRef,
    SetRef,
    Text,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


STARRED = "<starred>"
"""Set in a module: whether all modules outside that it imports ``*`` from build no graphs."""
NOTEBOOK = frozenset("display get_ipython Ellipsis help copyright credits license".split())
"""Names that IPython and the interactive interpreter bring along; none builds a graph."""


def find_builtin(m: Machine, name: str) -> Value:
    """The value of a builtin name; an unknown where Python has none."""
    from scopecheck.symbolic.builtins import functions, types

    found = functions.FUNCTIONS.get(name)
    if found is not None:
        return Builtin(name, found)
    kind = types.TYPES.get(name)
    if kind is not None:
        return BuiltinType(kind)
    if name == "NotImplemented":
        return NotImplemented
    if name == "__debug__":
        return True
    tame = name in NOTEBOOK or m.heap[m.frame.module.id].get(STARRED) is True
    return Unknown(("name", name), name, tame=tame)


def find_method(m: Machine, value: Value, name: str) -> Value | None:
    """A method of a string, list, dict, set, tuple or number."""
    from scopecheck.symbolic.builtins import dicts, dunders, lists, strings

    if isinstance(value, (str, Text, Unknown)):
        table = strings.METHODS
    elif isinstance(value, Iterator):
        table = lists.ITERATOR_METHODS
    elif isinstance(value, (tuple, TupleRef)):
        table = lists.TUPLE_METHODS
    elif isinstance(value, ListRef):
        table = lists.METHODS
    elif isinstance(value, DictRef):
        table = dicts.DICT_METHODS
    elif isinstance(value, SetRef):
        table = dicts.SET_METHODS
    else:
        return None
    found = table.get(name) or dunders.DUNDERS.get(name)
    if found is None:
        return None

    def run(m: Machine, arguments: Arguments) -> Value:
        return called(m, found, fitted(m, f"{owner(value)}.{name}", arguments), value)

    return Builtin(name, run, value)


def unbound_method(m: Machine, kind: type, name: str) -> Value:
    """``str.join`` and the like."""

    def run(m: Machine, arguments: Arguments) -> Value:
        from scopecheck.symbolic.access import PLAIN_ACCESS, bare, get_attribute, plain_access
        from scopecheck.symbolic.calls import Arguments as Rest
        from scopecheck.symbolic.calls import call_value
        from scopecheck.symbolic.metaclasses import above, type_new
        from scopecheck.symbolic.subclassed import inherited

        if not arguments.args:
            if arguments.open:
                return m.unknown()
            raise m.fail("TypeError", "…argument…")
        if isinstance(kind.__dict__.get(name), (ClassMethodDescriptorType, staticmethod)):
            if name != "fromkeys":
                return answered(m, getattr(kind, name), arguments.args, m.unknown())
        rest = Rest(arguments.args[1:], arguments.kwargs)
        if kind is object and name == "__init__":
            return None
        if kind is dict and name == "fromkeys":
            from scopecheck.symbolic.iteration import iterate

            held = iterate(m, arguments.args[0])
            value = arguments.args[1] if len(arguments.args) > 1 else None
            return m.new_dict(dict.fromkeys(held.items, value) if held else {}, held is None)
        receiver = arguments.args[0]
        if kind is type and isinstance(receiver, ClassRef):
            if name == "__new__":
                return type_new(m, arguments)
            hook = above(m, receiver, name)
            if hook is not None:
                return call_value(m, hook, rest)
        if name == "__new__" and isinstance(receiver, ClassRef):
            return bare(m, arguments)
        if isinstance(receiver, Instance):
            if name in PLAIN_ACCESS:
                return call_value(m, plain_access(receiver, name), rest)
            method = inherited(m, receiver, name)
            if method is not None:
                return call_value(m, method, rest)
        return call_value(m, get_attribute(m, receiver, name), rest)

    return Builtin(f"{kind.__name__}.{name}", run)
