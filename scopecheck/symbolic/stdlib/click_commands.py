"""click: functions that are called with what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.stdlib.arguments import flag_value, of_kind, one_of
from scopecheck.symbolic.values import Builtin, Foreign, Function, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Command(Foreign):
    """A command or group; the commands of a group are on the heap, by name."""

    __slots__ = ("function", "name", "place")

    def __init__(self, function: Value, name: str, place: int) -> None:
        self.function = function
        self.name = name
        self.place = place

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``command()`` and ``group()`` of a group, ``main()``, ``callback``."""
        if name in ("command", "group"):
            return Builtin(name, lambda m, a: Builtin(name, lambda m, b: self._add(m, a, b)))
        if name == "add_command":
            return Builtin(name, self._added)
        if name in ("option", "argument"):
            return _PARAMETERS[name]
        if name == "main":
            return Builtin(name, self.call)
        return self.function if name == "callback" else m.unknown(name, tame=True)

    def call(self, m: Machine, args: Any) -> Value:
        """Runs it as the command line does, then the subcommand that is asked for."""
        result = m.call(self.function, (), **_given(m, self.function))
        below = m.heap[self.place]
        if below:
            names = sorted(below)
            return below[one_of(m, names)].call(m, Arguments())
        return result

    def _add(self, m: Machine, named: Arguments, decorated: Arguments) -> Value:
        return self._put(m, _made(m, named, decorated))

    def _added(self, m: Machine, a: Arguments) -> Value:
        made = needed(m, a.args[0]) if a.args else None
        return self._put(m, made) if isinstance(made, Command) else None

    def _put(self, m: Machine, made: Command) -> Command:
        m.write(self.place, m.heap[self.place].set(made.name, made))
        return made


def _made(m: Machine, named: Arguments, decorated: Arguments) -> Command:
    """What the decorator ``command(name)`` makes of a function."""
    function = needed(m, decorated.args[0]) if decorated.args else None
    name = named.args[0] if named.args else named.kwargs.get("name")
    if not isinstance(name, str):
        name = function.code.name.replace("_", "-") if isinstance(function, Function) else "?"
    return Command(function, name, m.allocate(EMPTY))


def _decorating(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(needed(m, a.args[0]), Function):
        return _made(m, Arguments(), a)
    return Builtin("command", lambda m, b: _made(m, a, b))


def _parameter(kind: str) -> Builtin:
    """``option`` or ``argument``: notes what the function is called with."""

    def declared(m: Machine, a: Arguments) -> Value:
        def decorate(m: Machine, b: Arguments) -> Value:
            decorated = needed(m, b.args[0]) if b.args else None
            function = decorated.function if isinstance(decorated, Command) else decorated
            place = _place(function)
            m.write(place, (*(m.heap.get(place) or ()), (kind, a)))
            return decorated

        return Builtin(kind, decorate)

    return Builtin(kind, declared)


_PARAMETERS = {kind: _parameter(kind) for kind in ("option", "argument")}


def _place(function: Value) -> Any:
    return ("click", function)


def _given(m: Machine, function: Value) -> dict[str, Value]:
    """The keywords that a command's function is called with."""
    declared: tuple[tuple[str, Arguments], ...] = m.heap.get(_place(function)) or ()
    found: dict[str, Value] = {}
    for kind, a in declared:
        names = [one for one in (needed(m, one) for one in a.args) if isinstance(one, str)]
        plain = [one for one in names if not one.startswith("-")]
        long = max(names, key=lambda one: len(one) - len(one.lstrip("-")), default="")
        name = (plain[0] if plain else long.lstrip("-").partition("/")[0]).replace("-", "_").lower()
        if name:
            found[name] = _value(m, kind, name, a)
    return found


def _value(m: Machine, kind: str, name: str, a: Arguments) -> Value:
    default = needed(m, a.kwargs.get("default"))
    if kind == "option" and default is None and needed(m, a.kwargs.get("is_flag")) is True:
        default = False
    default = of_kind(default, a.kwargs.get("type"))
    if kind == "argument" and default is None:
        return m.unknown(name.upper(), not_none=True)
    return flag_value(m, name, default)


FUNCTIONS: dict[str, Any] = {
    "click.command": _decorating,
    "click.group": _decorating,
    "click.option": lambda m, a: m.call(_PARAMETERS["option"], a.args, **a.kwargs),
    "click.argument": lambda m, a: m.call(_PARAMETERS["argument"], a.args, **a.kwargs),
}
