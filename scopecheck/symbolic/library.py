"""What the interpreter asks about things outside the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.state import Flow
    from scopecheck.symbolic.values import Frame, Value


class Library(Protocol):
    """The models, as the interpreter sees them."""

    def attribute(self, m: Machine, name: str) -> Value:
        """The value of an external qualified name, such as ``tensorflow.float32``."""

    def lacks(self, m: Machine, name: str) -> bool:
        """Whether a qualified name is known not to exist outside."""

    def epoch(self, m: Machine) -> str:
        """The time whose library is modelled: what only it refuses shows the program's own."""

    def exported(self, module: str) -> Iterable[str]:
        """The names that ``from module import *`` is known to bring."""

    def call(self, m: Machine, name: str, args: Arguments) -> Value:
        """Calls an external function or class."""

    def excluded(self, m: Machine, items: list[Value], words: frozenset[str]) -> None:
        """A filter has left items out; words: those that its tests say no name may have."""

    def only_data(self, m: Machine, function: Value) -> bool:
        """Whether a function of the program builds nothing, whatever it is called with."""

    def unresolved(self, m: Machine, what: str, args: Arguments) -> Value:
        """A call whose callee is unknown: what it may have done, and its result."""

    def unknown_call(self, m: Machine, function: Any, args: Arguments) -> Value:
        """A call of an unknown value."""

    def instance_call(self, m: Machine, receiver: Any, name: str, args: Arguments) -> Value:
        """A method that an instance inherits from an external base class."""

    def instance_attribute(self, m: Machine, receiver: Any, name: str) -> Value:
        """An attribute that an instance inherits from an external base class."""

    def is_function(self, name: str) -> bool:
        """Whether an external name is known to be a function's, which has few attributes."""

    def is_module(self, name: str) -> bool | None:
        """Whether an external name is a module's, None where that isn't known."""

    def builds_nothing(self, name: str) -> bool:
        """Whether an external name is of a library that builds no graphs."""

    def is_subclass(self, name: str, other: str) -> bool | None:
        """Whether an external class, by its name, inherits another; None where not known."""

    def entered(self, m: Machine, receiver: Any) -> None:
        """What is called before the methods of an entry's object."""

    def set_instance_attribute(self, m: Machine, receiver: Any, name: str, value: Value) -> bool:
        """Sets an attribute of an instance that means something outside; whether it does."""

    def python(self, m: Machine) -> tuple[int, int]:
        """The version of Python whose messages are predicted."""

    def flavour(self, m: Machine) -> Any:
        """What the values of external names depend on: the version that is modelled."""

    def stand_in(self, name: str) -> Path | None:
        """The file or package that says in Python what an external module does, if any."""

    def set_attribute(self, m: Machine, name: str, attribute: str, value: Value) -> None:
        """Sets an attribute of an external class or module."""

    def item(self, m: Machine, name: str) -> Value:
        """An item of something external, whichever."""

    def imported(self, m: Machine, name: str) -> None:
        """Notes that the program imports an external module."""

    def called(self, m: Machine, frame: Frame, a: Arguments, before: Any, flow: Flow) -> Flow:
        """Notes that a call of the program's touched variables; before: the trace it began with."""

    def builds_apart(self, before: Any, after: Any) -> bool:
        """Whether between two worlds of a path graphs were built, if any, that are new in it."""

    def worlds_join(self, one: Any, other: Any) -> bool:
        """Whether the worlds of two paths differ in nothing that matters."""

    def merge_worlds(self, one: Any, other: Any) -> Any:
        """The world of two joined paths."""
