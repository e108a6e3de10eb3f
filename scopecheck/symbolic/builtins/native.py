"""A function that Python brings along, as the machine calls it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.builtins.arity import called, fitted
from scopecheck.symbolic.native import answered
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Native = Callable[["Machine", "Arguments"], Value]

SOME = frozenset(["zip"])
"""What gives something of the arguments that are seen where others aren't."""


def guarded(name: str, function: Native) -> Native:
    """A function of Python's that gets what it takes; arguments that are unseen give an unknown."""

    def run(m: Machine, a: Arguments) -> Value:
        if a.open_args and not (a.args and name in SOME):
            return m.unknown()
        return called(m, function, fitted(m, name, a))

    return run


def plainly(own: Callable[..., Any], function: Native) -> Native:
    """A call whose result is not known: of plain data, what Python's ``own`` function gives."""

    def run(m: Machine, a: Arguments) -> Value:
        result = function(m, a)
        if not isinstance(result, Unknown) or a.kwargs or a.open:
            return result
        return answered(m, own, a.args, result)

    return run
