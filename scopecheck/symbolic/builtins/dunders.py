"""``x.__contains__(y)`` and its like, called by name on values of Python's own types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.symbolic import comparisons, operators
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Dunder = Callable[["Machine", Value, "Arguments"], Value]


def _contains(m: Machine, value: Value, a: Arguments) -> Value:
    return comparisons.compare(m, "in", a.args[0], value) if a.args else m.unknown()


def _item(m: Machine, value: Value, a: Arguments) -> Value:
    from scopecheck.symbolic.subscripts import get_item

    return get_item(m, value, a.args[0]) if a.args else m.unknown()


def _len(m: Machine, value: Value, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.reductions import FUNCTIONS
    from scopecheck.symbolic.calls import Arguments as Given

    return FUNCTIONS["len"](m, Given((value,)))


def _compared(op: str) -> Dunder:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        return comparisons.compare(m, op, value, a.args[0]) if a.args else m.unknown()

    return run


def _computed(op: str) -> Dunder:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        return operators.binary(m, op, value, a.args[0]) if a.args else m.unknown()

    return run


DUNDERS: dict[str, Dunder] = {
    "__contains__": _contains,
    "__getitem__": _item,
    "__len__": _len,
    "__eq__": _compared("=="),
    "__ne__": _compared("!="),
    "__lt__": _compared("<"),
    "__le__": _compared("<="),
    "__gt__": _compared(">"),
    "__ge__": _compared(">="),
    "__add__": _computed("+"),
    "__mul__": _computed("*"),
    "__mod__": _computed("%"),
}
