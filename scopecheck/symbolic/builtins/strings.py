"""Methods of strings; a string with unknown parts answers where the known parts decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import consume
from scopecheck.symbolic.native import answered
from scopecheck.symbolic.operators import derived
from scopecheck.symbolic.values import LARGEST, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

StringMethod = Callable[["Machine", Value, "Arguments"], Value]

PLAIN = [
    "lower",
    "upper",
    "strip",
    "lstrip",
    "rstrip",
    "split",
    "rsplit",
    "replace",
    "find",
    "rfind",
    "index",
    "rindex",
    "count",
    "title",
    "capitalize",
    "isdigit",
    "isalpha",
    "isalnum",
    "islower",
    "isupper",
    "isspace",
    "istitle",
    "isdecimal",
    "zfill",
    "ljust",
    "rjust",
    "center",
    "swapcase",
    "splitlines",
    "partition",
    "rpartition",
    "encode",
    "expandtabs",
    "casefold",
    "isidentifier",
    "isnumeric",
    "removeprefix",
    "removesuffix",
]


def _plain(name: str) -> StringMethod:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        value = needed(m, value)
        given = [needed(m, one) for one in a.args]
        simple = all(isinstance(one, (str, int, type(None))) for one in given)
        if isinstance(value, str) and simple and not a.open:
            if name == "encode":
                return value
            if _is_long(name, value, given):
                return m.unknown("a long string", kind="str")
            try:
                result: Any = getattr(value, name)(*given, **a.kwargs)
            except (TypeError, ValueError, LookupError) as error:
                raise m.fail(type(error).__name__, str(error)) from None
            return m.new_list(result) if isinstance(result, list) else result
        if isinstance(value, Text) and name in ("strip", "encode", "lstrip", "rstrip"):
            return value
        if isinstance(value, Unknown):
            return Unknown((name, value.key, *given), f"{value.text}.{name}()", free=value.free)
        if name in ("split", "rsplit", "splitlines"):
            return m.new_list((), True)
        return m.unknown(name)

    return run


def _is_long(name: str, value: str, given: list[Any]) -> bool:
    """Whether the result may be too long to follow."""
    if any(isinstance(one, int) and abs(one) > text.LONGEST for one in given):
        return True
    count = 0
    if name == "replace" and len(given) > 1 and isinstance(given[0], str):
        count = value.count(given[0]) * len(str(given[1]))
    elif name == "expandtabs":
        width = given[0] if given and isinstance(given[0], int) else 8
        count = value.count("\t") * width
    return len(value) + count > LARGEST


def _format(m: Machine, value: Value, a: Arguments) -> Value:
    value = needed(m, value)
    if isinstance(value, str) and not a.open:
        return text.braces(m, value, a.args, a.kwargs)
    return Text((m.unknown("a string", kind="str"),))


def _join(m: Machine, value: Value, a: Arguments) -> Value:
    held = consume(m, a.args[0]) if a.args else None
    value = needed(m, value)
    if held is None or held.open or not isinstance(value, (str, Text)):
        return Text((m.unknown("a string", kind="str"),))
    parts: list[Value] = []
    for i, item in enumerate(held.items):
        if i:
            parts.append(value)
        answered(m, str.join, ("", (item,)), None)
        parts.append(text.as_text(m, item))
    return text.concatenate(parts)


def _ends(front: bool) -> StringMethod:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        value = needed(m, value)
        wanted = needed(m, a.args[0]) if a.args else None
        options = wanted if isinstance(wanted, tuple) else (wanted,)
        bounds = [needed(m, one) for one in a.args[1:]]
        if not all(isinstance(one, (int, type(None))) for one in bounds):
            return m.unknown(kind="bool")
        if all(isinstance(one, str) for one in options):
            if isinstance(value, str):
                asked = value.startswith if front else value.endswith
                return asked(options, *bounds)
            if isinstance(value, Text) and not bounds:
                judged = [(text.begins if front else text.ends)(value, one) for one in options]
                if True in judged:
                    return True
                if None not in judged:
                    return False
        if isinstance(value, Unknown):
            return derived("startswith" if front else "endswith", value, wanted, *bounds)
        return m.unknown(kind="bool")

    return run


def _translate(m: Machine, value: Value, a: Arguments) -> Value:
    """``translate``; Python 2's takes a text of 256 characters or None, and what is left out."""
    value = needed(m, value)
    table, *others = (*(needed(m, one) for one in a.args), None)[:2]
    dropped = others[0] if others else None
    old = len(a.args) == 2 or m.frame.code.python2
    if isinstance(value, str) and len(value) <= LARGEST and not a.open:
        if len(a.args) == 1 and (not old or not isinstance(table, (str, type(None)))):
            return answered(m, str.translate, (value, table), m.unknown("a text", kind="str"))
        whole = isinstance(table, str) and len(table) == _BYTES
        if old and isinstance(dropped, (str, type(None))) and (table is None or whole):
            kept = (c for c in value if c not in (dropped or ""))
            return "".join(table[ord(c) % _BYTES] if whole else c for c in kept)
    return m.unknown("a text", kind="str")


_BYTES = 256
METHODS: dict[str, StringMethod] = {name: _plain(name) for name in PLAIN}
METHODS.update(
    format=_format,
    join=_join,
    startswith=_ends(True),
    endswith=_ends(False),
    decode=_plain("strip"),
)
METHODS["translate"] = _translate
METHODS["decode"] = lambda m, value, a: value
