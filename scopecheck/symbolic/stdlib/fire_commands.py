"""fire: functions, dicts of functions and classes that are called as the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.given import unknown_arguments
from scopecheck.symbolic.stdlib.arguments import one_of
from scopecheck.symbolic.values import ClassRef, DictRef, Function, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

MOST = 8
"""Of how many commands each is followed."""


def _fire(m: Machine, a: Arguments) -> Value:
    """``fire.Fire(component)``: what has defaults has them, the rest is not known."""
    given = a.args[0] if a.args else a.kwargs.get("component")
    component = needed(m, given)
    if isinstance(component, DictRef):
        held = m.contents(component).items
        names = [name for name in held if isinstance(name, str)]
        if names and len(names) == len(held) <= MOST:
            return _called(m, needed(m, held[one_of(m, names)]))
    return _called(m, component)


def _called(m: Machine, component: Value) -> Value:
    if isinstance(component, Function):
        return call_value(m, component, unknown_arguments(component))
    if isinstance(component, ClassRef):
        init = m.heap[component.id].get("__init__")
        known = unknown_arguments(init, 1) if isinstance(init, Function) else None
        component = m.call(component) if known is None else call_value(m, component, known)
    if isinstance(component, Instance):
        methods = _methods(m, component)
        if 0 < len(methods) <= MOST:
            name = one_of(m, sorted(methods))
            method = get_attribute(m, component, name)
            return call_value(m, method, unknown_arguments(methods[name], 1))
    return m.unknown("what it prints", tame=True)


def _methods(m: Machine, component: Instance) -> dict[str, Function]:
    return {
        name: held
        for cls in reversed(component.cls.mro)
        if isinstance(cls, ClassRef)
        for name, held in m.heap[cls.id].items()
        if isinstance(held, Function) and not name.startswith("_")
    }


FUNCTIONS: dict[str, Any] = {"fire.Fire": _fire}
