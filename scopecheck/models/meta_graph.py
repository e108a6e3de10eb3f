"""``export_meta_graph``, ``import_meta_graph``, ``import_graph_def``: what comes with a graph.

A saved model is a meta graph too, which is loaded into a session's graph.

Variables enter the collections of the graph they are imported into, never its variable store.
Source: tensorflow/python/framework/meta_graph.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import (
    GLOBAL,
    LOCAL,
    TRAINABLE,
    add_to_collections,
)
from scopecheck.models.graphs import GraphContext, Session
from scopecheck.models.growth import built
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import Given, takes, tensor_inputs
from scopecheck.models.refusal import state_of
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor, make_variable
from scopecheck.models.tensors import UNSEEN, operation
from scopecheck.models.world import current, left_out, scope_data, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Foreign, Value
from scopecheck.trace import GraphRestored, VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True)
class MetaGraph(Foreign):
    """An exported graph: its variables, each with its collections, and the names in use."""

    variables: tuple[tuple[VariableTensor, tuple[str, ...]], ...]
    names: tuple[str, ...]


def _export(m: Machine, a: Arguments) -> Value:
    graph = current(m)
    kept: dict[VariableTensor, tuple[str, ...]] = {}
    for key in (GLOBAL, LOCAL):
        for item in graph.collections.get(key, ()):
            if isinstance(item, VariableTensor):
                kept[item] = (*kept.get(item, ()), key)
    return MetaGraph(tuple(kept.items()), tuple(graph.names))


def _import(m: Machine, a: Arguments, what: str = "import_meta_graph") -> Value:
    """Variables of a meta graph that the program exported; those of a file are not known."""
    given = a.args[0] if a.args else a.kwargs.get("meta_graph_or_file")
    scope = a.kwargs.get("import_scope", a.args[2] if len(a.args) > 2 else None)
    prefix = naming.encode(m, scope) if scope is not None else ""
    if not isinstance(given, MetaGraph) or prefix is None:
        why = "which variables the imported graph holds is not known"
        left_out(m, what, why, imported=True)
        add_to_collections(m, (GLOBAL, TRAINABLE), m.unknown("an imported variable"))
        return Opaque("tf.train.Saver")
    update(m, imported=True)
    prefix = f"{prefix}/" if prefix else ""
    for name in given.names:
        naming.unique_name(m, prefix + name)
    for variable, collections in given.variables:
        made = make_variable(
            m,
            prefix + (variable.name or ""),
            None,
            variable.shape,
            variable.dtype,
            variable.trainable,
            "import_meta_graph",
            collections,
        )
        m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
    return Opaque("tf.train.Saver")


def _load_saved(m: Machine, a: Arguments) -> Value:
    """``tf.saved_model.loader.load(session, tags, folder)``; TensorFlow 2's takes no session."""
    first = needed(m, a.get(0, "sess"))
    if first is None or isinstance(first, str) or (len(a.every()) < 3 and not a.open):
        return Opaque("tf.saved_model.load")
    graph = first.graph if isinstance(first, Session) else None
    context = GraphContext(m.world.stack[-1] if graph is None else graph)
    token = context.held(m)
    context.enter(m, None)
    try:
        m.emit(GraphRestored(m.site(), m.path(), context.graph, None))
        _import(m, Arguments(), "tf.saved_model.loader.load")
    finally:
        context.leave(m, token)
    return Opaque("tf.saved_model.loader.load")


def _import_scoped(m: Machine, a: Arguments) -> Value:
    """What ``import_meta_graph`` calls; which variables come with it is not known."""
    why = "which variables it brings is not known"
    left_out(m, "import_scoped_meta_graph", why, 1, imported=True)
    return m.unknown("imported variables", not_none=True)


@takes("graph_def input_map return_elements name")
def _import_graph_def(m: Machine, g: Given) -> Value:
    """Operations of a graph definition: what is asked for by name comes in a list."""
    update(m, imported=True)
    asked = g("return_elements")
    if asked is None:
        built(m, "ImportGraphDef")
        return None
    names = iterate(m, asked)
    inputs = (m.unknown("an imported graph"), *tensor_inputs(m, g("input_map")))
    if names is None:
        return m.unknown("imported elements", not_none=True)
    return m.new_list([_imported(m, name, inputs) for name in names.items], names.open)


def _imported(m: Machine, name: Value, inputs: tuple[Value, ...]) -> Value:
    """A tensor, ``"name:0"``, or an operation."""
    if isinstance(name, str) and ":" not in name:
        return m.unknown("an imported operation", not_none=True)
    return operation(m, "Imported", inputs, UNSEEN, None)


MODELS: dict[str, Model] = {
    "tf.import_graph_def": _import_graph_def,
    "tf.train.export_meta_graph": _export,
    "tf.train.import_meta_graph": _import,
    "tf.saved_model.load": _load_saved,
    "tf.saved_model.loader.load": _load_saved,
    "tf.import_scoped_meta_graph": _import_scoped,
    "tf.import_scoped_meta_graph_with_return_elements": _import_scoped,
    "tf.copy_scoped_meta_graph": _import_scoped,
}
