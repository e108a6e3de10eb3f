"""What an open entry is called with: unknown values, and defaults that its caller may not want.

And which methods of a class are entries.
"""

from __future__ import annotations

from typing import Any

from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.mentions import names_in
from scopecheck.symbolic.values import GIVEN, Descriptor, Function, Key, Unknown, Value


def unknown_arguments(function: Function, skip: int = 0, first: bool = True) -> Arguments:
    """Unknown values for the parameters without a default.

    first: whether nothing of the entry ran before, so that they hold none of its variables.
    """
    names = function.code.parameters.positional
    required = names[skip : len(names) - len(function.defaults)]
    qualname = function.code.qualname

    def free(name: str) -> Unknown:
        return Unknown((GIVEN if first else "param", qualname, name), name, free=True)

    keywords = {
        name: free(name)
        for name in function.code.parameters.keyword_only
        if name not in function.kw_defaults
    }
    return Arguments(tuple(free(name) for name in required), keywords, open_rest=True)


_TAKEN_FROM = (".", "[]", "item")


def caller_of(value: Value) -> str | None:
    """The open entry whose caller gives an unknown, or what it is a part of; None for another."""
    key = value.key if isinstance(value, Unknown) else None
    while isinstance(key, Key):
        if key[0] in (GIVEN, "param"):
            return str(key[1]).removesuffix(".__init__")
        key = key[1] if key[0] in _TAKEN_FROM else None
    return None


def up_to_caller(what: str, value: Value) -> str | None:
    """Why something isn't known that the caller of an open entry gives; None where none does."""
    entry = caller_of(value)
    if entry is None:
        return None
    return f"who calls `{entry}` gives {what}, and no checked file calls it"


def leaves_out(*calls: tuple[Value, int]) -> bool:
    """Whether someone has to give these functions arguments, and may give others than None.

    calls: the functions, and how many parameters each has an argument for already.
    """
    known = [(one, skip) for one, skip in calls if isinstance(one, Function)]
    required = any(_required(one, skip) for one, skip in known)
    defaults = [value for one, _ in known for value in (*one.defaults, *one.kw_defaults.values())]
    return required and None in defaults


def _required(function: Function, skip: int) -> bool:
    return len(function.code.parameters.positional) - skip > len(function.defaults)


def method_kind(kind: str, function: Function, skip: int) -> str:
    """What may be concluded of a method, by what may be of its class.

    skip: how many parameters have their argument already.
    """
    return "parameters" if kind == "callable" and _required(function, skip) else kind


def methods_of(namespace: Any) -> list[tuple[str, Value, Function]]:
    """A class's public methods by name, with the functions behind them, callers first."""
    found = [
        (name, held, function)
        for name, held in namespace.items()
        if not name.startswith("_") or name == "__call__"
        for function in (held.function if isinstance(held, Descriptor) else held,)
        if isinstance(function, Function)
    ]
    mentioned = {name: names_in(function.code.node) for name, _, function in found}

    def place(one: tuple[str, Value, Function]) -> tuple[bool, int, str]:
        name, _, function = one
        called = any(name in names for other, names in mentioned.items() if other != name)
        return called, getattr(function.code.node, "lineno", 0), name

    return sorted(found, key=place)
