"""Command-line values: argparse and optparse.

A numeric option keeps its default; a string, a boolean and an option without a default, or with
an infinite one, are free: where a branch is decided both ways are taken. Where the command line
is known they have the values that it gives them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.comparisons import compare
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.often import OFTEN, flag_number
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    FlagNumber,
    Foreign,
    ListRef,
    Namespace,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def flag_value(
    m: Machine, name: str, default: Value, given: str = "", choices: tuple[Value, ...] = ()
) -> Value:
    """The value of a command-line option by its default.

    given: the name of the type that it has on the command line, '' where that isn't known.
    """
    if isinstance(default, bool):
        return Unknown(("flag", name), f"--{name}", free=True, kind="bool", default=default)
    if isinstance(default, int):
        return flag_number(f"--{name}", OFTEN if f"--{name}" in m.often else default)
    if isinstance(default, float) and math.isfinite(default):
        return default
    if isinstance(default, float):  # as good as none is given
        return Unknown(("flag", name), f"--{name}", free=True, kind="float", default=default)
    if isinstance(default, str):
        return Unknown(
            ("flag", name),
            f"--{name}",
            free=True,
            kind="str",
            default=default,
            choices=_or(choices, default),
        )
    if default is None:
        return Unknown(
            ("flag", name),
            f"--{name}",
            free=True,
            unset=True,
            given=given,
            choices=_or(choices, None),
        )
    return default


def _type_given(a: Arguments) -> str:
    """What type ``add_argument`` gives an option that is on the command line, '' for any."""
    kind, action = a.kwargs.get("type"), a.kwargs.get("action")
    if "nargs" in a.kwargs or action == "append":
        return "list"
    if action not in (None, "store"):
        return ""
    if kind is None:
        return "str"
    return kind.type.__name__ if isinstance(kind, BuiltinType) else ""


def _or(choices: tuple[Value, ...], default: Value) -> tuple[Value, ...]:
    """All that an option can be: the default is not held against its choices."""
    return choices and tuple(dict.fromkeys((*choices, default)))


def constants_of(m: Machine, values: Value) -> tuple[Value, ...]:
    """What an option may be; nothing where that isn't told, or isn't all known."""
    from scopecheck.symbolic.iteration import iterate

    held = iterate(m, values) if values is not None else None
    if held is None or held.open or not all(isinstance(one, (str, int)) for one in held.items):
        return ()
    return held.items


def of_kind(default: Value, kind: Value) -> Value:
    """A default that is written as text, as the option's type reads it."""
    if isinstance(default, str) and isinstance(kind, BuiltinType) and kind.type in (int, float):
        number: Value = kind.type(default)
        return number
    return default


def default_of(value: Value) -> Value:
    """What an option has that the command line is known to leave out."""
    if isinstance(value, FlagNumber):
        return int(value)
    return value.default if isinstance(value, Unknown) else value


OPTIONS = "<options>"
"""Where a parser's heap object keeps its options."""
COMMANDS = "<commands>"
"""Where it keeps its subcommands: where their name goes, if anywhere, and their parsers by name."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, its type, the value of one that takes no argument."""

    dest: str
    names: tuple[str, ...]
    kind: Value
    constant: Value
    many: bool
    appends: bool
    choices: tuple[Value, ...]

    def convert(self, m: Machine, word: str) -> Value:
        """The value of a word of the command line."""
        return word if self.kind is None else m.call(self.kind, (word,))


_OPTION = re.compile(r"-(?!\d|\.\d)")
"""How a word of a command line begins that is no negative number."""


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
            "add_subparsers": self.add_subparsers,
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
        default = of_kind(default, kind)
        count = a.kwargs.get("nargs")
        several = count is not None and default is not None
        given = _type_given(a)
        choices = () if given == "list" else constants_of(m, a.kwargs.get("choices"))
        held = default if several else flag_value(m, dest, default, given, choices)
        constant: Value = MISSING
        if action in ("store_true", "store_false"):
            constant = action == "store_true"
        if action == "store_const":
            constant = a.kwargs.get("const")
        many = count is not None
        option = Option(dest, tuple(names), kind, constant, many, action == "append", choices)
        options = m.heap[self.place]
        options = options.set(OPTIONS, (*options.get(OPTIONS, ()), option))
        m.write(self.place, options.set(dest, held))
        return m.unknown("an option", not_none=True)

    def set_defaults(self, m: Machine, a: Arguments) -> Value:
        """``set_defaults``."""
        for name, value in a.kwargs.items():
            options = m.heap[self.place]
            known = (one.choices for one in options.get(OPTIONS, ()) if one.dest == name)
            held = flag_value(m, name, value, choices=next(known, ()))
            m.write(self.place, options.set(name, held))
        return None

    def parse(self, m: Machine, a: Arguments) -> Value:
        """``parse_args``: given an empty list, or command line, every option has its default."""
        from scopecheck.symbolic.iteration import iterate

        given = a.args[0] if a.args else a.kwargs.get("args")
        held = iterate(m, given) if given is not None else None
        words: list[Any] | None = None
        if given is None and m.argv is not None:
            words = list(m.argv)
        elif held is not None and not held.open:
            words = [needed(m, one) for one in held.items]
            if not all(isinstance(one, str) for one in words):
                words = None
        return Namespace(m.allocate(self._values(m, words)))

    def _values(self, m: Machine, words: list[str] | None) -> Any:
        """What the options are set to by a command line, if it is known, subcommands included."""
        options = m.heap[self.place]
        dest, commands = options.get(COMMANDS, ("", ()))
        chosen = None
        if commands and words is None:
            known = dict(commands)
            named = one_of(m, [*known], dest)
            chosen = (named, known[named])
        elif commands and words is not None:
            at, chosen = _named(words, commands)
            words, rest = words[:at], words[at + 1 :]
        if words is not None:
            options = self._parsed(m, options, words)
        for kept in (OPTIONS, COMMANDS):
            options = options.delete(kept) if kept in options else options
        if chosen is None:
            return options
        name, parser = chosen
        options = options.set(dest, name) if dest else options
        return options.update(parser._values(m, None if words is None else rest))

    def add_subparsers(self, m: Machine, a: Arguments) -> Value:
        """``add_subparsers(dest=...)``: where the subcommands of this parser are added."""
        dest = a.kwargs.get("dest")
        named = dest if isinstance(dest, str) else ""
        options = m.heap[self.place]
        m.write(self.place, options.set(COMMANDS, (named, options.get(COMMANDS, ("", ()))[1])))
        if named and named not in options:
            m.write(self.place, m.heap[self.place].set(named, flag_value(m, named, None)))
        return Subcommands(self.place)

    def _parsed(self, m: Machine, options: Any, words: list[str]) -> Any:
        """The options as a given command line sets them; what it leaves out has its default."""
        known: tuple[Option, ...] = options.get(OPTIONS, ())
        values = {k: default_of(v) for k, v in options.items()}
        by_name = {name: option for option in known for name in option.names}
        positional = [one for one in known if not one.names[0].startswith("-")]
        at = 0
        while at < len(words):
            word, equals, inline = words[at].partition("=")
            at += 1
            option = by_name.get(word) if word.startswith("-") else None
            if option is None:
                if word.startswith("-") or not positional:
                    continue
                option = positional.pop(0)
                at, equals = at - 1, ""
            if option.constant is not MISSING:
                values[option.dest] = option.constant
            elif option.appends:
                now = values[option.dest]
                before = m.contents(now).items if isinstance(now, ListRef) else ()
                word = inline if equals else words[at]
                values[option.dest] = m.new_list((*before, option.convert(m, word)))
                at += not equals
            elif equals:
                values[option.dest] = option.convert(m, inline)
            elif option.many:
                end = at
                while end < len(words) and not _OPTION.match(words[end]):
                    end += 1
                taken = [option.convert(m, one) for one in words[at:end]]
                values[option.dest] = m.new_list(taken)
                at = end
            elif at < len(words):
                values[option.dest] = option.convert(m, words[at])
                at += 1
        return options.update(values)

    def parse_known(self, m: Machine, a: Arguments) -> Value:
        """``parse_known_args``."""
        return (self.parse(m, a), m.new_list((), True))


class Subcommands(Foreign):
    """What ``add_subparsers`` gives: each command has a parser of its own."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``add_parser``."""
        return Builtin(name, self.add) if name == "add_parser" else NotImplemented

    def add(self, m: Machine, a: Arguments) -> Value:
        """``add_parser(name, parents=[...])``."""
        made = _parser(m, a)
        name = needed(m, a.args[0]) if a.args else None
        if isinstance(name, str):
            options = m.heap[self.place]
            dest, known = options[COMMANDS]
            m.write(self.place, options.set(COMMANDS, (dest, (*known, (name, made)))))
        return made


Commands = tuple[tuple[str, Parser], ...]


def one_of(m: Machine, names: Sequence[str], dest: str = "") -> str:
    """Which of some commands a user asks for: a path for each."""
    asked = Unknown(("flag", dest or "command"), f"--{dest}" if dest else "the command", free=True)
    for name in names[:-1]:
        if m.truth(compare(m, "==", asked, name)):
            return name
    return names[-1]


def _named(words: list[str], commands: Commands) -> tuple[int, tuple[str, Parser] | None]:
    """The first word of a command line that is a subcommand, and its place."""
    known = dict(commands)
    for at, word in enumerate(words):
        if word in known:
            return at, (word, known[word])
    return len(words), None


def _parser(m: Machine, a: Arguments) -> Parser:
    from scopecheck.symbolic.iteration import iterate

    options = EMPTY
    held = iterate(m, a.kwargs.get("parents"))
    for one in held.items if held is not None else ():
        if isinstance(one, Parser):
            more = m.heap[one.place]
            options = options.update(more).set(
                OPTIONS, (*options.get(OPTIONS, ()), *more.get(OPTIONS, ()))
            )
    return Parser(m.allocate(options))


def _namespace(m: Machine, a: Arguments) -> Value:
    return Namespace(m.allocate(EMPTY.update(a.kwargs)), a.open)


FUNCTIONS: dict[str, Any] = {
    "argparse.ArgumentParser": _parser,
    "argparse.Namespace": _namespace,
    "optparse.OptionParser": _parser,
    "configargparse.ArgumentParser": _parser,
}
