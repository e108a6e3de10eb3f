"""``export_meta_graph``, ``import_meta_graph``, ``import_graph_def``: what comes with a graph.

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
from scopecheck.models.growth import built
from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import Given, takes, tensor_inputs
from scopecheck.models.refusal import state_of
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor, make_variable
from scopecheck.models.tensors import UNSEEN, operation
from scopecheck.models.world import current, scope_data, update
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Foreign, ListRef, Table, Value
from scopecheck.trace import CollectionRead, VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


SAVEABLE = "saveable_objects"


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


def _import(m: Machine, a: Arguments) -> Value:
    """Variables of a meta graph that the program exported; those of a file are not known."""
    given = a.args[0] if a.args else a.kwargs.get("meta_graph_or_file")
    scope = a.kwargs.get("import_scope", a.args[2] if len(a.args) > 2 else None)
    prefix = naming.encode(m, scope) if scope is not None else ""
    if not isinstance(given, MetaGraph) or prefix is None:
        update(m, imported=True, unfollowed=True)
        m.undecided("import_meta_graph", "which variables the imported graph holds is not known")
        add_to_collections(m, (GLOBAL, TRAINABLE), m.unknown("an imported variable"))
        return Opaque("tf.train.Saver")
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


def _import_scoped(m: Machine, a: Arguments) -> Value:
    """What ``import_meta_graph`` calls; which variables come with it is not known."""
    update(m, imported=True, unfollowed=True)
    m.undecided("import_scoped_meta_graph", "which variables it brings is not known", 1)
    return m.unknown("imported variables", not_none=True)


def _saver(m: Machine, a: Arguments) -> Value:
    """``tf.train.Saver``: builds its operations; without a list it takes all variables.

    Source: tensorflow/python/training/saver.py, ``Saver._build``.
    """
    given = a.args[0] if a.args else a.kwargs.get("var_list")
    if given is None:
        m.emit(CollectionRead(m.site(), m.path(), GLOBAL, current(m).id))
    if a.kwargs.get("defer_build") is not True:
        check_not_finalized(m)
        if _has_nothing(m, given, a):
            raise m.fail("ValueError", "No variables to save")
        built(m, "Saver")
    return Opaque("tf.train.Saver")


def _has_nothing(m: Machine, given: Value, a: Arguments) -> bool:
    """Whether there is surely no variable for a saver that wants some."""
    told = [a.kwargs.get(name) for name in ("saver_def", "allow_empty")]
    if any(one is not None and one is not False for one in told) or len(a.args) > 7 or a.open:
        return False
    if given is None:
        graph = current(m)
        seen = m.world.closed and not m.world.executing_eagerly and not m.taint
        hidden = graph.imported or graph.unfollowed
        held = any(graph.collections.get(key) for key in (GLOBAL, SAVEABLE))
        return seen and not hidden and not held
    return isinstance(given, (tuple, ListRef, DictRef)) and _is_empty(m, given)


def _is_empty(m: Machine, value: Value) -> bool:
    if isinstance(value, DictRef):
        table: Table = m.contents(value)
        return not table.items and not table.open
    held = iterate(m, value)
    return held is not None and not held.items and not held.open


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
    "tf.train.Saver": _saver,
    "tf.train.export_meta_graph": _export,
    "tf.train.import_meta_graph": _import,
    "tf.import_scoped_meta_graph": _import_scoped,
    "tf.import_scoped_meta_graph_with_return_elements": _import_scoped,
    "tf.copy_scoped_meta_graph": _import_scoped,
}
