"""The global step: looked up, checked, or created where nobody has.

Source: tensorflow/python/training/training_util.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import GLOBAL, STEP
from scopecheck.models.graphs import GraphObject
from scopecheck.models.messages import shape_text, value_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import DType, Tensor
from scopecheck.models.training.slots import zeros
from scopecheck.models.world import current, scope_data, within
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _global_step(create: bool, get: bool) -> Model:
    """The global step: found in its collection, else made by get_variable in the scope in force."""
    function = "create_global_step" if create else "get_global_step"

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
        held = found_step(m, function)
        if get and held is not None:
            return held
        if held is not None:
            raise refuse_argument(m, function, "ValueError", '"global_step" already exists.')
        return _create(m) if create else None

    return run


def _found(m: Machine) -> Value:
    """The one step in the collection, else what has its name; None where there are two."""
    graph = current(m)
    listed = graph.collections.get(STEP, ())
    if listed:
        return listed[0] if len(listed) == 1 else None
    for held in (graph.plain.get(STEP), graph.store.get(STEP)):
        if isinstance(held, VariableTensor) and held.name == STEP:
            # By its name a resource variable's handle is found.
            return held if held.kind == "ref" else get_attribute(m, held, "handle")
    if STEP in graph.names and not any(key.startswith(f"{STEP}/") for key in graph.store):
        m.undecided(STEP, "which operation has its name is not known", 1)
        return m.unknown(STEP, not_none=True)
    return None


def _check(m: Machine, step: Value, function: str) -> None:
    """``assert_global_step``: a scalar integer, a variable or a tensor."""
    if isinstance(step, Unknown):
        return
    if not isinstance(step, Tensor):
        shown = f'Existing "global_step" must be a Variable or Tensor: {value_text(m, step)}.'
        raise refuse_argument(m, function, "TypeError", shown)
    dtype = step.dtype
    if dtype is not None and not DType(dtype).get_attribute(m, "is_integer"):
        ref = "_ref" if isinstance(step, VariableTensor) and step.kind == "ref" else ""
        shown = f"Existing \"global_step\" does not have integer type: <dtype: '{dtype}{ref}'>"
        raise refuse_argument(m, function, "TypeError", shown)
    dims = step.shape
    if isinstance(dims, tuple) and dims and all(isinstance(size, int) for size in dims):
        shown = f'Existing "global_step" is not scalar: {shape_text(m, dims)}'
        raise refuse_argument(m, function, "TypeError", shown)


def found_step(m: Machine, function: str) -> Value:
    """The step that there is, checked; None where there is none."""
    held = _found(m)
    if held is not None:
        _check(m, held, function)
    return held


def request_counter(m: Machine, name: str, collection: str, by: str) -> Value:
    """A variable that counts steps: an integer, in one collection and in that of its name."""
    given: dict[str, Value] = {
        "name": name,
        "shape": m.new_list(()),
        "dtype": DType("int64"),
        "initializer": zeros(),
        "trainable": False,
        "collections": (collection, name),
    }
    return request_variable(m, given, scope_data(m), by)


def _create(m: Machine) -> Value:
    with within(m, ""):
        return request_counter(m, STEP, GLOBAL, "create_global_step")


_ASSERT = Signature("global_step_tensor")


def _assert(m: Machine, a: Arguments) -> Value:
    given = _ASSERT.bind(m, "assert_global_step", a)
    _check(m, needed(m, given["global_step_tensor"]), "assert_global_step")
    return None


MODELS: dict[str, Model] = {
    "tf.train.get_or_create_global_step": _global_step(True, True),
    "tf.train.create_global_step": _global_step(True, False),
    "tf.train.get_global_step": _global_step(False, True),
    "tf.train.assert_global_step": _assert,
}
