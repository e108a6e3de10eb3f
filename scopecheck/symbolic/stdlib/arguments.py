"""Command-line values: argparse and optparse.

A numeric option keeps its default; a string, a boolean and an option without a default are
free: where a branch is decided both ways are taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    FlagNumber,
    Foreign,
    Namespace,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def flag_value(name: str, default: Value, owner: Any = "flag") -> Value:
    """The value of a command-line option by its default."""
    if isinstance(default, bool):
        return Unknown((owner, name), f"--{name}", free=True, kind="bool", default=default)
    if isinstance(default, int):
        number = FlagNumber(default)
        number.flag = f"--{name}"
        return number
    if isinstance(default, float):
        return default
    if isinstance(default, str):
        return Unknown((owner, name), f"--{name}", free=True, kind="str", default=default)
    if default is None:
        return Unknown((owner, name), f"--{name}", free=True)
    return default


class Parser(Foreign):
    """An ArgumentParser; the options are on the heap."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Its methods."""
        methods = {
            "add_argument": self.add,
            "add_option": self.add,
            "parse_args": self.parse,
            "parse_known_args": self.parse_known,
            "set_defaults": self.set_defaults,
            "add_argument_group": lambda m, a: self,
            "add_mutually_exclusive_group": lambda m, a: self,
            "add_subparsers": lambda m, a: self,
            "add_parser": lambda m, a: self,
        }
        found = methods.get(name)
        return Builtin(name, found) if found else Builtin(name, lambda m, a: None)

    def add(self, m: Machine, a: Arguments) -> Value:
        """``add_argument``: remembers the destination and the default."""
        names = [one for one in a.args if isinstance(one, str)]
        long = [one for one in names if one.startswith("--")] or names
        dest = a.kwargs.get("dest")
        if not isinstance(dest, str):
            if not long:
                return None
            dest = long[0].lstrip("-").replace("-", "_")
        default = a.kwargs.get("default")
        action = a.kwargs.get("action")
        if action == "store_true" and default is None:
            default = False
        elif action == "store_false" and default is None:
            default = True
        kind = a.kwargs.get("type")
        if isinstance(default, str) and isinstance(kind, BuiltinType) and kind.type in (int, float):
            default = kind.type(default)
        count = a.kwargs.get("nargs")
        held = default if count is not None and default is not None else flag_value(dest, default)
        m.write(self.place, m.heap[self.place].set(dest, held))
        return m.unknown("an option", not_none=True)

    def set_defaults(self, m: Machine, a: Arguments) -> Value:
        """``set_defaults``."""
        for name, value in a.kwargs.items():
            m.write(self.place, m.heap[self.place].set(name, flag_value(name, value)))
        return None

    def parse(self, m: Machine, a: Arguments) -> Value:
        """``parse_args``: given an empty list every option has its default."""
        from scopecheck.symbolic.iteration import iterate

        options = m.heap[self.place]
        if a.args:
            held = iterate(m, a.args[0])
            if held is not None and not held.open and not held.items:
                options = options.update(
                    {k: v.default for k, v in options.items() if isinstance(v, Unknown)}
                )
        return Namespace(m.allocate(EMPTY.update(options)))

    def parse_known(self, m: Machine, a: Arguments) -> Value:
        """``parse_known_args``."""
        return (self.parse(m, a), m.new_list((), True))


def _parser(m: Machine, a: Arguments) -> Value:
    return Parser(m.allocate(EMPTY))


def _namespace(m: Machine, a: Arguments) -> Value:
    return Namespace(m.allocate(EMPTY.update(a.kwargs)), a.open)


FUNCTIONS: dict[str, Any] = {
    "argparse.ArgumentParser": _parser,
    "argparse.Namespace": _namespace,
    "optparse.OptionParser": _parser,
    "configargparse.ArgumentParser": _parser,
}
