"""Blocks that run eagerly or not, and stores that keep variables made eagerly.

Source: tensorflow/python/eager/context.py (``eager_mode``, ``graph_mode``),
tensorflow/python/ops/variable_scope.py (``EagerVariableStore``, ``with_variable_store``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.contexts import Context
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.world import EMPTY, current, update
from scopecheck.symbolic.values import Builtin, Extern, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Mode(Context):
    """``context.eager_mode()``, whatever graph is entered, or ``context.graph_mode()``."""

    __slots__ = ("eager",)

    def __init__(self, eager: bool) -> None:
        self.eager = eager

    def held(self, m: Machine) -> Value:
        """The mode and the graphs entered."""
        return (m.world.eager, m.world.stack, m.world.tracing)

    def enter(self, m: Machine, node: Any) -> Value:
        """Switches the mode."""
        stack = m.world.stack[:1] if self.eager else m.world.stack
        tracing = 0 if self.eager else m.world.tracing
        m.world = replace(m.world, eager=self.eager, stack=stack, tracing=tracing)
        return None

    def leave(self, m: Machine, token: Value) -> None:
        """Restores mode and graphs."""
        eager, stack, tracing = token
        m.world = replace(m.world, eager=eager, stack=stack, tracing=tracing)


class EagerStore(Foreign):
    """An ``EagerVariableStore``: its variables by name are on the heap."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EagerStore) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("eager store", self.place))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``as_default``, ``copy``, and the lists of its variables, sorted by name."""
        lists = {"variables": None, "trainable_variables": True, "non_trainable_variables": False}
        if name == "as_default":
            return Builtin(name, lambda m, a: StoreInForce(self.place))
        if name == "copy":
            return Builtin(name, lambda m, a: self._copy(m))
        if name in lists:
            return Builtin(name, lambda m, a: m.new_list(self._held(m, lists[name])))
        return NotImplemented

    def _held(self, m: Machine, trainable: bool | None) -> list[VariableTensor]:
        held = sorted(m.heap[self.place].items())
        return [v for _, v in held if trainable is None or v.trainable is trainable]

    def _copy(self, m: Machine) -> Value:
        """Another store, with variables of its own that have the same names."""
        copied = EMPTY
        for name, variable in sorted(m.heap[self.place].items()):
            made = m.call(
                Extern("tf.Variable"), (variable,), name=name, trainable=variable.trainable
            )
            copied = copied.set(name, made)
        return EagerStore(m.allocate(copied))


class StoreInForce(Context):
    """``store.as_default()``: requests are answered from it, in a graph too."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def held(self, m: Machine) -> Value:
        """The stores to restore: the eager one, and the graph's."""
        return (m.world.eager_store, current(m).id, current(m).store)

    def enter(self, m: Machine, node: Any) -> Value:
        """Puts the store in force."""
        m.world = replace(m.world, eager_store=self.place)
        update(m, store=m.heap[self.place])
        return None

    def leave(self, m: Machine, token: Value) -> None:
        """Restores what was in force; what a graph's code made stays in the store."""
        outer, graph, store = token
        kept = m.world.graphs[graph]
        if kept.store != m.heap[self.place] and not m.world.executing_eagerly:
            m.write(self.place, kept.store)
        m.world = replace(m.world, eager_store=outer)
        update(m, kept, store=store)


def _store(m: Machine, a: Arguments) -> Value:
    return EagerStore(m.allocate(EMPTY))


MODELS: dict[str, Model] = {
    "tf.eager_mode": lambda m, a: Mode(True),
    "tf.graph_mode": lambda m, a: Mode(False),
    "tf.EagerVariableStore": _store,
    "tf.contrib.eager.EagerVariableStore": _store,
}
