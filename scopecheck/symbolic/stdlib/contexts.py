"""contextlib: contexts that do nothing to the graph, and stacks of those that do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access
from scopecheck.symbolic.values import Builtin, Error, Foreign, Items, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Passing(Foreign):
    """A context manager that does nothing to the graph: it gives a value and leaves."""

    __slots__ = ("given",)

    def __init__(self, given: Value = None) -> None:
        self.given = given

    def enter(self, m: Machine, node: Any) -> Value:
        """Gives the value."""
        return self.given

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Attributes are those of the value."""
        return (
            access.get_attribute(m, self.given, name) if self.given is not None else NotImplemented
        )


class Suppressing(Foreign):
    """``contextlib.suppress``: errors of these classes end the block quietly."""

    __slots__ = ("kinds",)

    def __init__(self, kinds: tuple[Value, ...]) -> None:
        self.kinds = kinds

    def enter(self, m: Machine, node: Any) -> Value:
        """Gives None."""
        return None

    def swallows(self, m: Machine, error: Value) -> bool:
        """Whether the error is of one of the classes."""
        from scopecheck.symbolic.lower.handlers import catches

        return isinstance(error, Error) and catches(self.kinds, error)


def _passing(m: Machine, a: Arguments) -> Value:
    return Passing(a.args[0] if a.args else None)


class Closing(Passing):
    """``contextlib.closing``: the value is closed in the end."""

    __slots__ = ()

    def leave(self, m: Machine, token: Value) -> None:
        """Closes the value."""
        m.call(access.get_attribute(m, self.given, "close"))


class ExitStack(Foreign):
    """``contextlib.ExitStack``: what it has to leave is on the heap, innermost last."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExitStack) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("stack", self.place))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``enter_context``, ``callback``, ``push``, ``pop_all``, ``close``."""
        methods = {
            "enter_context": self._enter,
            "callback": self._callback,
            "push": self._push,
            "pop_all": self._pop_all,
            "close": lambda m, a: self.leave(m, None),
        }
        found = methods.get(name)
        return NotImplemented if found is None else Builtin(name, found)

    def enter(self, m: Machine, node: Any) -> Value:
        """The stack itself."""
        return self

    def leave(self, m: Machine, token: Value) -> None:
        """Leaves everything, the last entered first."""
        while m.heap[self.place].items:
            held: Items = m.heap[self.place]
            m.write(self.place, Items(held.items[:-1]))
            m.call(held.items[-1], (None, None, None))

    def _add(self, m: Machine, leave: Value) -> None:
        held: Items = m.heap[self.place]
        m.write(self.place, Items((*held.items, leave)))

    def _enter(self, m: Machine, a: Arguments) -> Value:
        from scopecheck.symbolic.lower.contexts import entered

        given, leave = entered(m, a.args[0] if a.args else None)
        self._add(m, leave)
        return given

    def _callback(self, m: Machine, a: Arguments) -> Value:
        function, rest, named = a.args[0], a.args[1:], a.kwargs
        self._add(m, Builtin("callback", lambda m, _: m.call(function, rest, **named)))
        return function

    def _push(self, m: Machine, a: Arguments) -> Value:
        from scopecheck.symbolic.access import get_attribute
        from scopecheck.symbolic.values import Function

        value = a.args[0]
        plain = isinstance(value, Function)
        self._add(m, value if plain else get_attribute(m, value, "__exit__"))
        return value

    def _pop_all(self, m: Machine, a: Arguments) -> Value:
        held: Items = m.heap[self.place]
        m.write(self.place, Items())
        return ExitStack(m.allocate(held))


FUNCTIONS: dict[str, Any] = {
    "contextlib.nullcontext": _passing,
    "contextlib.closing": lambda m, a: Closing(*a.args),
    "contextlib.redirect_stdout": _passing,
    "contextlib.redirect_stderr": _passing,
    "contextlib.suppress": lambda m, a: Suppressing(a.args),
    "contextlib.ExitStack": lambda m, a: ExitStack(m.allocate(Items())),
}

__all__ = ["FUNCTIONS", "ExitStack"]
