"""math, the environment and what else decides names and sizes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.operators import derived
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Builtin, Foreign, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _math(name: str) -> Any:
    function = getattr(math, name)

    def run(m: Machine, a: Arguments) -> Value:
        given = [needed(m, one) for one in a.args]
        if all(isinstance(one, (int, float)) for one in given):
            try:
                return function(*given)
            except (TypeError, ValueError, OverflowError) as error:
                raise m.fail(type(error).__name__, str(error)) from None
        if any(isinstance(one, Foreign) for one in given):
            return m.unknown(name)
        return derived(name, *given) if len(given) < 3 else m.unknown(name)

    return run


class Environment(Foreign):
    """``os.environ``: a variable has the program's default where it gives one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Environment)

    def __hash__(self) -> int:
        return hash("os.environ")

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``get``, ``setdefault``, ``pop`` and what else a dict has."""
        if name in ("get", "setdefault", "pop"):
            return Builtin(name, _getenv)
        if name in ("update", "clear"):
            return Builtin(name, lambda m, a: None)
        return Builtin(name, lambda m, a: m.new_list((), True))

    def item(self, m: Machine, index: Value) -> Value:
        """``os.environ[name]``."""
        return m.heap.get(_place(index)) or _variable(index, None)

    def set_item(self, m: Machine, index: Value, value: Value) -> None:
        """``os.environ[name] = value``."""
        m.write(_place(index), value)


def _place(name: Value) -> Any:
    return ("environ", str(name))


def _variable(name: Value, default: Value) -> Value:
    shown = f"${name}"
    kind = "str" if isinstance(default, str) else ""
    return Unknown(("environ", str(name)), shown, free=True, kind=kind, default=default)


def _getenv(m: Machine, a: Arguments) -> Value:
    name = needed(m, a.args[0]) if a.args else None
    default = a.args[1] if len(a.args) > 1 else a.kwargs.get("default")
    return m.heap.get(_place(name)) or _variable(name, default)


FUNCTIONS: dict[str, Any] = {
    f"math.{name}": _math(name)
    for name in (
        "ceil floor sqrt log log2 log10 exp pow fabs sin cos tan atan gcd trunc prod hypot".split()
    )
    if hasattr(math, name)
}
FUNCTIONS["os.getenv"] = _getenv
_VERSION = RecordClass(
    "sys.version_info", tuple("major minor micro releaselevel serial".split()), ()
)
CONSTANTS: dict[str, Value] = {
    "math.pi": math.pi,
    "math.e": math.e,
    "math.inf": math.inf,
    "os.environ": Environment(),
    "os.linesep": "\n",
    "string.ascii_lowercase": "abcdefghijklmnopqrstuvwxyz",
    "string.ascii_uppercase": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "string.digits": "0123456789",
    "sys.maxsize": 2**63 - 1,
    "sys.byteorder": "little",
    "sys.version_info": Record(_VERSION, (3, 7, 16, "final", 0)),
    "six.PY2": False,
    "six.PY3": True,
}
