"""Context managers that a program may also enter and leave by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Context(Foreign):
    """A context manager; ``shown`` is its class in TensorFlow, as messages name it."""

    __slots__ = ()
    shown = "object"

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``__enter__`` and ``__exit__``; what they restore waits on the heap."""
        if name == "__enter__":
            return Builtin(name, self._enter_by_hand, self)
        if name == "__exit__":
            return Builtin(name, self._exit_by_hand, self)
        return NotImplemented

    def _enter_by_hand(self, m: Machine, a: Arguments) -> Value:
        token = self.held(m)
        given = self.enter(m, m.node)
        place = ("entered", self)
        m.write(place, (*(m.heap.get(place) or ()), token))  # type: ignore[arg-type,call-overload]
        return given

    def _exit_by_hand(self, m: Machine, a: Arguments) -> Value:
        place = ("entered", self)
        tokens = m.heap.get(place)  # type: ignore[call-overload]
        if tokens:
            self.leave(m, tokens[-1])  # where that is refused, the block is still to be left
            m.write(place, tokens[:-1])  # type: ignore[arg-type]
        return None

    def call(self, m: Machine, args: Arguments) -> Value:
        """No decorator: TypeError."""
        message = f"'{self.shown}' object is not callable"
        raise refuse_argument(m, self.shown, "TypeError", message)
