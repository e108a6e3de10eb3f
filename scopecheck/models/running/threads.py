"""Threads: the variable store is the graph's, but scopes and default graphs are the thread's.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableScopeStore`` (thread-local);
tensorflow/python/framework/ops.py, ``_DefaultStack``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.registry import Model, Signature
from scopecheck.models.world import NEVER, Graph, ScopeData, World
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    Builtin,
    DictRef,
    Error,
    Foreign,
    Instance,
    Method,
    Raised,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_SIGNATURE = Signature("group=None, target=None, name=None, args=None, kwargs=None, daemon=None")


@dataclass(frozen=True)
class Thread(Foreign):
    """A ``threading.Thread``: what it runs, and with which arguments."""

    target: Value
    args: Value
    kwargs: Value

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``start`` and ``run``; everything else does nothing to a graph."""
        if name == "start":
            return Builtin(name, lambda m, a: apart(m, self.run))
        if name == "run":
            return Builtin(name, lambda m, a: self.run(m))
        return Builtin(name, lambda m, a: m.unknown(f"the result of {name}", tame=True))

    def run(self, m: Machine) -> Value:
        """Calls the target."""
        if self.target is None:
            return None
        held = iterate(m, self.args) if self.args is not None else None
        table = m.contents(self.kwargs).items if isinstance(self.kwargs, DictRef) else {}
        kwargs = {key: value for key, value in table.items() if isinstance(key, str)}
        call_value(m, self.target, Arguments(held.items if held else (), kwargs))
        return None


def apart(m: Machine, body: Any) -> Value:
    """Runs a body as a thread of its own, to its end; its exceptions end with it."""
    before: World = m.world
    root = m.allocate(ScopeData())
    graphs = before.graphs
    for id, graph in before.graphs.items():
        graphs = graphs.set(id, _fresh(graph, root))
    m.world = replace(before, graphs=graphs, stack=before.stack[:1], arg_scopes=())
    try:
        body(m)
    except Raised as raised:
        if not isinstance(raised.error, Error):
            raise
    after: World = m.world
    graphs = after.graphs
    for id, graph in before.graphs.items():
        graphs = graphs.set(id, _restored(graphs[id], graph))
    m.world = replace(after, graphs=graphs, stack=before.stack, arg_scopes=before.arg_scopes)
    return None


def _fresh(graph: Graph, root: int) -> Graph:
    return replace(
        graph, scope=root, opened=NEVER, stack="", name_scopes=(), open_scopes=0, creators=()
    )


def _restored(after: Graph, before: Graph) -> Graph:
    return replace(
        after,
        scope=before.scope,
        opened=before.opened,
        stack=before.stack,
        name_scopes=before.name_scopes,
        open_scopes=before.open_scopes,
        creators=before.creators,
    )


def _thread(m: Machine, a: Arguments) -> Value:
    given = _SIGNATURE.bind(m, "__init__", a)
    return Thread(given["target"], given["args"], given["kwargs"])


def inherited(m: Machine, receiver: Instance, name: str, a: Arguments) -> Value:
    """A method that an object inherits from ``threading.Thread``."""
    from scopecheck.symbolic.inheritance import find_attribute

    if name == "start":
        run = find_attribute(m, receiver, "run")
        if isinstance(run, Method):
            return apart(m, lambda m: m.call(run))
    return m.unknown(f"{name}(…)", tame=True)


MODELS: dict[str, Model] = {"threading.Thread": _thread}
