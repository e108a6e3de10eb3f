"""Builtin functions by name; here those of numbers and text."""

from __future__ import annotations

import builtins as python
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import operators, text
from scopecheck.symbolic.builtins import importing, introspection, iterators, reductions
from scopecheck.symbolic.builtins.native import Native, guarded, plainly
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _round(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0])
    if isinstance(value, (int, float)):
        digits = a.args[1] if len(a.args) > 1 else None
        if digits is not None and (not isinstance(digits, int) or abs(digits) > 300):
            return m.unknown()
        try:
            return round(value, digits)
        except (ValueError, OverflowError):
            return m.unknown()
    return m.unknown(kind="int")


def _abs(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0])
    if isinstance(value, (int, float, complex)):
        return abs(value)
    if isinstance(value, Foreign):
        return value.unary(m, "abs")
    if isinstance(value, Instance):
        return operators.method_result(m, value, "__abs__")
    return m.unknown()


def _print(m: Machine, a: Arguments) -> Value:
    return None


def _input(m: Machine, a: Arguments) -> Value:
    return m.unknown("input", kind="str")


def _string(convert: Callable[[Any], Any]) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        value = needed(m, a.args[0])
        if isinstance(value, (int, str)):
            try:
                return convert(value)
            except (TypeError, ValueError):
                return m.unknown()
        return m.unknown()

    return run


def _repr(m: Machine, a: Arguments) -> Value:
    return text.represent(m, a.args[0])


def _format(m: Machine, a: Arguments) -> Value:
    return text.formatted(m, a.args[0], a.args[1] if len(a.args) > 1 else "")


def _divmod(m: Machine, a: Arguments) -> Value:
    x, y = (needed(m, one) for one in a.args)
    return (operators.binary(m, "//", x, y), operators.binary(m, "%", x, y))


def _pow(m: Machine, a: Arguments) -> Value:
    if len(a.args) == 3 and all(isinstance(one, int) for one in a.args) and a.args[2] != 0:
        return pow(*a.args) if a.args[1] >= 0 else m.unknown(kind="int")
    return operators.binary(m, "**", a.args[0], a.args[1]) if len(a.args) == 2 else m.unknown()


def _exit(m: Machine, a: Arguments) -> Value:
    raise m.fail("SystemExit", "")


_OWN: dict[str, Native] = {
    "round": _round,
    "abs": _abs,
    "print": _print,
    "help": _print,
    "input": _input,
    "raw_input": _input,
    "repr": _repr,
    "format": _format,
    "divmod": _divmod,
    "pow": _pow,
    "reload": importing.reload,
    "__import__": importing.import_builtin,
    "exit": _exit,
    "quit": _exit,
    "chr": _string(chr),
    "ord": _string(ord),
    "hex": _string(hex),
    "bin": _string(bin),
    "oct": _string(oct),
    "ascii": _string(ascii),
}


_PLAIN = "abs all any ascii bin chr divmod hash hex len max min oct ord pow round sum".split()

FUNCTIONS: dict[str, Native] = {
    name: guarded(name, function)
    for table in (_OWN, iterators.FUNCTIONS, reductions.FUNCTIONS, introspection.FUNCTIONS)
    for name, function in table.items()
}
FUNCTIONS.update((name, plainly(getattr(python, name), FUNCTIONS[name])) for name in _PLAIN)
