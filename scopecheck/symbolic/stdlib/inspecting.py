"""``inspect``: what a value is, and the parameters of the program's functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.attributes import AttributeTable
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Extern,
    Foreign,
    Function,
    Instance,
    Method,
    ModuleRef,
    Namespace,
    Partial,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_OLD = RecordClass("ArgSpec", ("args", "varargs", "keywords", "defaults"), ())
_FULL = RecordClass(
    "FullArgSpec",
    tuple("args varargs varkw defaults kwonlyargs kwonlydefaults annotations".split()),
    (),
)
_EMPTY = Extern("inspect._empty")
_KINDS = "POSITIONAL_ONLY POSITIONAL_OR_KEYWORD VAR_POSITIONAL KEYWORD_ONLY VAR_KEYWORD".split()
_OF_PARAMETERS: dict[str, Value] = {**{kind: kind for kind in _KINDS}, "empty": _EMPTY}
"""What ``inspect.Parameter`` has for all parameters; a kind is known by its name."""


def is_module(m: Machine, value: Value) -> bool | None:
    """Whether a value is a module; None of one from outside that isn't known well enough."""
    if isinstance(value, Extern):
        return m.library.is_module(value.name)
    return isinstance(value, ModuleRef)


def _is(*kinds: type) -> Any:
    """Whether a value is of one of the kinds; of one from outside that isn't known."""

    def ask(m: Machine, a: Arguments) -> Value:
        value = a.get(0, "object")
        if isinstance(value, kinds):
            return True
        if isinstance(value, (Unknown, Extern, Foreign)):
            return m.unknown("inspect", kind="bool")
        return False

    return ask


def _is_module(m: Machine, a: Arguments) -> Value:
    known = is_module(m, a.get(0, "object"))
    return m.unknown("inspect", kind="bool") if known is None else known


def parameter_names(function: Value) -> tuple[str, ...] | None:
    """The names of a function's parameters that are still to be given; None where not known."""
    left: set[str] = set()
    bound = 0
    while isinstance(function, (Method, Partial)):
        if isinstance(function, Method):
            bound += 1
        else:
            bound += len(function.args)
            left.update(name for name, _ in function.kwargs)
        function = function.function
    if not isinstance(function, Function):
        return None
    parameters = function.code.parameters
    named = (*parameters.positional[bound:], *parameters.keyword_only)
    return tuple(name for name in named if name not in left)


def _written(m: Machine, value: Value) -> Function | None:
    """The function that is asked about: of a class its constructor."""
    if isinstance(value, ClassRef):
        from scopecheck.symbolic.inheritance import class_attribute

        value = class_attribute(m, value, "__init__")
    value = value.function if isinstance(value, Method) else value
    return value if isinstance(value, Function) else None


def _specification(m: Machine, a: Arguments, full: bool) -> Value:
    """``getargspec`` and ``getfullargspec``: ``self`` is among the arguments."""
    function = _written(m, a.get(0, "func"))
    if function is None:
        return m.unknown("the parameters", not_none=True)
    has = function.code.parameters
    named = m.new_list(has.positional)
    defaults = function.defaults or None
    if not full:
        return Record(_OLD, (named, has.vararg, has.kwarg, defaults))
    keywords = m.new_dict(dict(function.kw_defaults)) if function.kw_defaults else None
    only = m.new_list(has.keyword_only)
    annotations = m.new_dict({}, True)
    return Record(_FULL, (named, has.vararg, has.kwarg, defaults, only, keywords, annotations))


def _signature(m: Machine, a: Arguments) -> Value:
    """``signature(callable)``: its ``parameters`` by name, without those that are bound."""
    asked = a.get(0, "obj")
    while isinstance(asked, Function):
        place: Any = ("function", asked)
        inner = (m.heap.get(place) or {}).get("__wrapped__")
        if inner is None:
            break
        asked = inner
    function = _written(m, asked)
    if function is None:
        return m.unknown("the signature", not_none=True)
    has = function.code.parameters
    bound = isinstance(asked, (Method, ClassRef))
    first = len(has.positional) - len(function.defaults)
    rows: dict[Value, Value] = {}
    for at, name in enumerate(has.positional):
        default = function.defaults[at - first] if at >= first else _EMPTY
        rows[name] = _parameter(m, name, default, "POSITIONAL_OR_KEYWORD")
    if bound and has.positional:
        del rows[has.positional[0]]
    if has.vararg is not None:
        rows[has.vararg] = _parameter(m, has.vararg, _EMPTY, "VAR_POSITIONAL")
    for name in has.keyword_only:
        default = function.kw_defaults.get(name, _EMPTY)
        rows[name] = _parameter(m, name, default, "KEYWORD_ONLY")
    if has.kwarg is not None:
        rows[has.kwarg] = _parameter(m, has.kwarg, _EMPTY, "VAR_KEYWORD")
    held = EMPTY.set("parameters", m.new_dict(rows))
    return Namespace(m.allocate(held), False)


def _parameter(m: Machine, name: str, default: Value, kind: str) -> Value:
    held = EMPTY.update(_OF_PARAMETERS).update({"name": name, "default": default, "kind": kind})
    return Namespace(m.allocate(held), False)


def _members(m: Machine, a: Arguments) -> Value:
    """``getmembers(object, predicate=None)`` of the program's modules, classes and objects."""
    value, wanted = a.get(0, "object"), a.get(1, "predicate")
    if not isinstance(value, (ModuleRef, ClassRef, Instance)):
        return m.unknown("the members", not_none=True)
    from scopecheck.symbolic.access import get_attribute

    bases = value.mro if isinstance(value, ClassRef) else ()
    bases = value.cls.mro if isinstance(value, Instance) else bases
    names: dict[str, None] = {}
    for one in (value, *bases):
        if isinstance(one, (ModuleRef, ClassRef, Instance)):
            held = AttributeTable(one.id).table(m).items
            names.update((name, None) for name in held if isinstance(name, str))
    rows: list[Value] = []
    for name in sorted(names):
        held = get_attribute(m, value, name)
        if wanted is None or m.truth(call_value(m, wanted, Arguments((held,)))):
            rows.append((name, held))
    return m.new_list(rows)


FUNCTIONS: dict[str, Any] = {
    "inspect.isbuiltin": _is(Builtin),
    "inspect.isclass": _is(ClassRef, BuiltinType),
    "inspect.isfunction": _is(Function),
    "inspect.ismethod": _is(Method),
    "inspect.ismodule": _is_module,
    "inspect.isroutine": _is(Function, Method, Builtin),
    "inspect.getargspec": lambda m, a: _specification(m, a, False),
    "inspect.getfullargspec": lambda m, a: _specification(m, a, True),
    "inspect.getmembers": _members,
    "inspect.signature": _signature,
}
CONSTANTS: dict[str, Value] = {
    f"inspect.{room}.{name}": value
    for room in ("Parameter", "_ParameterKind")
    for name, value in _OF_PARAMETERS.items()
}
