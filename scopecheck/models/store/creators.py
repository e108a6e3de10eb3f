"""``tf.variable_creator_scope``: functions of the program that make every variable.

Source: tensorflow/python/ops/variable_scope.py, ``variable_creator_scope_v1``;
tensorflow/python/framework/ops.py, ``Graph._variable_creator_scope``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contexts import Context
from scopecheck.models.registry import Model, Signature
from scopecheck.models.world import current, update
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class CreatorScope(Context):
    """While it is open every new variable of the graph goes through its creator."""

    __slots__ = ("creator",)

    def __init__(self, creator: Value) -> None:
        self.creator = creator

    def held(self, m: Machine) -> Value:
        """The creators to restore."""
        graph = current(m)
        return (graph.id, graph.creators)

    def enter(self, m: Machine, node: object) -> Value:
        """Puts the creator in force, inside the others."""
        update(m, creators=(*current(m).creators, self.creator))

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the creators."""
        id, creators = token
        update(m, m.world.graphs[id], creators=creators)


_SIGNATURE = Signature("variable_creator")


def variable_creator_scope(m: Machine, a: Arguments) -> Value:
    """``tf.variable_creator_scope(variable_creator)``."""
    return CreatorScope(_SIGNATURE.bind(m, "variable_creator_scope", a)["variable_creator"])


MODELS: dict[str, Model] = {"tf.variable_creator_scope": variable_creator_scope}
