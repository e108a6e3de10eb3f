"""math, os.path and what else decides names and sizes."""

from __future__ import annotations

import math
import posixpath
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.operators import derived
from scopecheck.symbolic.values import Foreign, Unknown, Value

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
            except (ValueError, OverflowError, TypeError):
                raise m.fail("ValueError", "math domain error") from None
        if any(isinstance(one, Foreign) for one in given):
            return m.unknown(name)
        return derived(name, *given) if len(given) < 3 else m.unknown(name)

    return run


def _path(name: str) -> Any:
    function = getattr(posixpath, name)

    def run(m: Machine, a: Arguments) -> Value:
        given = [needed(m, one) for one in a.args]
        if all(isinstance(one, str) for one in given):
            return function(*given)
        if name == "join":
            parts: list[Value] = []
            for i, one in enumerate(given):
                if i:
                    parts.append("/")
                parts.append(text.as_text(m, one))
            return text.concatenate(parts)
        return m.unknown(name, kind="str" if name in ("basename", "dirname", "abspath") else "")

    return run


def _exists(m: Machine, a: Arguments) -> Value:
    shown = text.as_text(m, a.args[0]) if a.args else ""
    words = f"{shown} exists on disk"
    return Unknown(("exists", shown, m.frame.path), words, kind="bool")


FUNCTIONS: dict[str, Any] = {
    f"math.{name}": _math(name)
    for name in "ceil floor sqrt log log2 log10 exp pow fabs sin cos tan atan gcd trunc prod hypot".split()
    if hasattr(math, name)
}
FUNCTIONS.update(
    {f"os.path.{name}": _path(name) for name in "join basename dirname splitext normpath".split()}
)
FUNCTIONS.update(
    {
        "os.path.exists": _exists,
        "os.path.isfile": _exists,
        "os.path.isdir": _exists,
        "os.getcwd": lambda m, a: m.unknown("the working directory", kind="str"),
        "os.path.abspath": lambda m, a: m.unknown("a path", kind="str"),
        "os.path.realpath": lambda m, a: m.unknown("a path", kind="str"),
        "os.path.expanduser": lambda m, a: m.unknown("a path", kind="str"),
    }
)
CONSTANTS: dict[str, Value] = {
    "math.pi": math.pi,
    "math.e": math.e,
    "math.inf": math.inf,
    "os.sep": "/",
    "os.path.sep": "/",
    "os.linesep": "\n",
    "string.ascii_lowercase": "abcdefghijklmnopqrstuvwxyz",
    "string.ascii_uppercase": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "string.digits": "0123456789",
    "sys.maxsize": 2**63 - 1,
    "sys.version_info": (3, 7, 16, "final", 0),
    "sys.version_info.major": 3,
    "six.PY2": False,
    "six.PY3": True,
}
