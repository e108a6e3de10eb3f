"""Monitored sessions: while one is open, the graph is finalized.

Source: tensorflow/python/training/monitored_session.py, ``Scaffold.finalize`` and
``_MonitoredSession._close_internal``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graphs import Session, finalize
from scopecheck.models.registry import Model
from scopecheck.symbolic.values import Builtin, BuiltinType, Error, Extern, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine, Pass


_OUT_OF_RANGE = Extern("tf.errors.OutOfRangeError")
_STOP = BuiltinType(StopIteration)


class ManagedSession(Session):
    """A supervisor's session: the end of the input ends its block.

    Source: tensorflow/python/training/supervisor.py, ``managed_session``; coordinator.py.
    """

    __slots__ = ()

    def swallows(self, m: Machine, error: Value) -> bool:
        """Whether the error is one on which the supervisor stops cleanly."""
        return isinstance(error, Error) and error.type == _OUT_OF_RANGE


class MonitoredSession(Session):
    """A session that, once it is closed, leaves the default graph as open as it was before."""

    __slots__ = ("opens",)

    def __init__(self, graph: int, loops: tuple[Pass, ...], opens: bool) -> None:
        super().__init__(graph, loops)
        self.opens = opens

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``close``; all else as of other sessions."""
        if name == "close":
            return Builtin(name, lambda m, a: self._close(m))
        return super().get_attribute(m, name)

    def _close(self, m: Machine) -> None:
        if self.opens:
            finalize(m, m.world.stack[-1], False)

    def swallows(self, m: Machine, error: Value) -> bool:
        """The end of the input ends the block."""
        return isinstance(error, Error) and error.type in (_OUT_OF_RANGE, _STOP)

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the default graph and closes the session."""
        super().leave(m, token)
        self._close(m)


def _monitored(m: Machine, a: Arguments) -> Value:
    """A monitored session finalizes the graph when it is made.

    A creator of sessions of the program's own doesn't.
    """
    creator = a.args[0] if a.args else a.kwargs.get("session_creator")
    at = m.world.stack[-1]
    was = m.world.graphs[at].finalized
    if not isinstance(creator, Instance):
        finalize(m, at)
    return MonitoredSession(at, m.loops, not was)


MODELS: dict[str, Model] = {
    f"tf.train.{name}": _monitored
    for name in ("MonitoredTrainingSession", "MonitoredSession", "SingularMonitoredSession")
}
