"""``tf.train.Supervisor``: it finalizes the graph when it is made.

Source: tensorflow/python/training/supervisor.py, ``Supervisor.__init__`` and
``managed_session``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graphs import GraphObject, Session, finalize
from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model
from scopecheck.models.running.monitored_sessions import ManagedSession
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_SESSIONS = frozenset("prepare_or_wait_for_session PrepareSession".split())


class Supervisor(Opaque):
    """A supervisor of one graph; its sessions run that graph."""

    __slots__ = ("graph",)

    def __init__(self, graph: int) -> None:
        super().__init__("tf.train.Supervisor")
        self.graph = graph

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What makes a session; all else is of no matter for variables."""
        if name == "managed_session":
            return Builtin(name, lambda m, a: ManagedSession(self.graph, m.loops))
        if name in _SESSIONS:
            return Builtin(name, lambda m, a: Session(self.graph, m.loops))
        return super().get_attribute(m, name)


def _supervisor(m: Machine, a: Arguments) -> Value:
    graph = a.args[0] if a.args else a.kwargs.get("graph")
    at = graph.id if isinstance(graph, GraphObject) else m.world.stack[-1]
    finalize(m, at)
    return Supervisor(at)


MODELS: dict[str, Model] = {"tf.train.Supervisor": _supervisor}
