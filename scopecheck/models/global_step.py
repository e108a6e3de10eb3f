"""The global step: looked up, or created where nobody has.

Source: tensorflow/python/training/training_util.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.get_variable import request_variable
from scopecheck.models.graphs import GraphObject
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.slots import zeros
from scopecheck.models.tensors import DType
from scopecheck.models.world import current, scope_data, update
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _global_step(create: bool, get: bool) -> Model:
    """The global step: found in its collection, else made by get_variable in the scope in force."""

    def run(m: Machine, a: Arguments) -> Value:
        graph = a.args[0] if a.args else a.kwargs.get("graph")
        if not isinstance(graph, GraphObject):
            return _in_default_graph(m)
        stack = m.world.stack
        m.world = replace(m.world, stack=(*stack, graph.id))
        try:
            return _in_default_graph(m)
        finally:
            m.world = replace(m.world, stack=stack)

    def _in_default_graph(m: Machine) -> Value:
        graph = current(m)
        held = graph.collections.get("global_step", ())
        if not held and "global_step" in graph.plain:
            held = (graph.plain["global_step"],)
        if not held and "global_step" in graph.store:
            held = (graph.store["global_step"],)
        if held and get:
            return held[0]
        if held:
            raise refuse_argument(
                m, "create_global_step", "ValueError", '"global_step" already exists.'
            )
        if not create:
            return None
        given: dict[str, Value] = {
            "name": "global_step",
            "shape": m.new_list(()),
            "dtype": DType("int64"),
            "initializer": zeros(),
            "trainable": False,
        }
        made = request_variable(m, given, scope_data(m), "create_global_step")
        graph = current(m)
        update(m, graph, collections=graph.collections.set("global_step", (made,)))
        return made

    return run


MODELS: dict[str, Model] = {
    "tf.train.get_or_create_global_step": _global_step(True, True),
    "tf.train.create_global_step": _global_step(True, False),
    "tf.train.get_global_step": _global_step(False, True),
}
