"""Variable objects, tf.Variable, and the collections that hold variables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.initial import Constant, constant_of, dtype_name
from scopecheck.models.refusal import refuse_argument, state_of, traced_shape
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, dims_of
from scopecheck.models.world import Graph, current, scope_data, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Function, Partial, Text, Unknown, Value
from scopecheck.trace import Variable, VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

GLOBAL = "variables"
LOCAL = "local_variables"
TRAINABLE = "trainable_variables"


class VariableTensor(Tensor):
    """A variable: a tensor that remembers what the store knows of it."""

    __slots__ = ("graph", "record", "store_key", "trainable")

    def __init__(
        self,
        record: Variable,
        name: str,
        store_key: str | None,
        shape: Dims,
        dtype: str | None,
        trainable: bool,
        graph: int,
    ) -> None:
        super().__init__(("variable", graph, name, store_key), "Variable", (), shape, dtype, name)
        self.record = record
        self.store_key = store_key
        self.trainable = trainable
        self.graph = graph

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What a variable has beside a tensor's attributes."""
        if name == "trainable":
            return self.trainable
        if name in ("value", "read_value", "initialized_value"):
            return Builtin(name, lambda m, a: self)
        if name in ("assign", "assign_add", "assign_sub", "scatter_update", "scatter_add", "scatter_sub"):
            return Builtin(name, lambda m, a: Tensor(m.unknown().key, "Assign", a.args, self.shape, self.dtype))
        if name in ("load", "set_shape"):
            return Builtin(name, lambda m, a: None)
        if name in ("initializer", "op") and name == "initializer":
            return m.unknown("an operation", not_none=True)
        return super().get_attribute(m, name)


def add_to_collections(m: Machine, names: tuple[str, ...], value: Value) -> None:
    """Adds to collections of the default graph, each once."""
    graph = current(m)
    held = graph.collections
    for name in names:
        held = held.set(name, (*held.get(name, ()), value))
    update(m, graph, collections=held)


def make_variable(
    m: Machine,
    name: str,
    store_key: str | None,
    dims: Dims,
    dtype: str | None,
    trainable: bool,
    made_by: str,
    collections: tuple[str, ...],
) -> VariableTensor:
    """A new variable operation named ``name`` in the default graph."""
    graph = current(m)
    record = Variable(
        naming.shown(name) + ":0",
        None if store_key is None else naming.shown(store_key),
        traced_shape(dims),
        dtype,
        trainable,
        made_by,
        m.site(),
        m.path(),
        graph.name_scopes,
        graph.id,
    )
    variable = VariableTensor(record, name, store_key, dims, dtype, trainable, graph.id)
    add_to_collections(m, (*collections, TRAINABLE) if trainable else collections, variable)
    return variable


_VARIABLE = Signature(
    "initial_value=None, trainable=None, collections=None, validate_shape=True, "
    "caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, "
    "import_scope=None, constraint=None, use_resource=None, synchronization=None, "
    "aggregation=None, shape=None"
)


def tf_variable(m: Machine, a: Arguments) -> Value:
    """``tf.Variable``: named under the current name scope, never shared, never stored.

    Source: tensorflow/python/ops/variables.py, ``RefVariable._init_from_args``.
    """
    given = _VARIABLE.bind(m, "Variable", a)
    initial = given["initial_value"]
    if initial is None:
        raise refuse_argument(m, "Variable", "ValueError", "initial_value must be specified.")
    if isinstance(initial, (Function, Builtin, Partial)):
        initial = m.call(initial)
    constant = constant_of(m, initial)
    dims: Dims = constant.dims if constant else UNSEEN
    asked = needed(m, given["dtype"])
    dtype = dtype_name(m, asked) if asked is not None else (constant.dtype if constant else None)
    trainable = _flag(m, given["trainable"], True)
    name = naming.encode(m, given["name"]) if given["name"] is not None else "Variable"
    if name is None:
        name = naming.mark_unknown(m, given["name"]) if isinstance(given["name"], Unknown) else "Variable"
    if m.world.executing_eagerly:
        return Tensor(m.unknown().key, "Variable", (), dims, dtype)
    full = name[:-1] if name.endswith("/") else naming.unique_name(m, name or "Variable")
    if not _valid(full):
        raise refuse_argument(m, "Variable", "ValueError", f"'{name}' is not a valid scope name", name)
    if given["validate_shape"] is False:
        dims = None
    made = make_variable(
        m, full, None, dims, dtype, trainable, "Variable", collections_of(m, given["collections"], GLOBAL)
    )
    graph = current(m)
    update(m, graph, plain=graph.plain.set(full, made))
    m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
    return made


def _valid(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9.\ue000][A-Za-z0-9_.\\/>\-\ue000\ue001]*", name) is not None


def _flag(m: Machine, value: Value, default: bool) -> bool:
    value = needed(m, value)
    if isinstance(value, bool):
        return value
    return default


def collections_of(m: Machine, value: Value, default: str) -> tuple[str, ...]:
    """The collections given, or the default one; TRAINABLE is added by the maker."""
    from scopecheck.symbolic.iteration import iterate

    value = needed(m, value)
    if value is None or isinstance(value, Unknown):
        return (default,)
    held = iterate(m, value)
    names = [one for one in (held.items if held else ()) if isinstance(one, str)]
    return tuple(name for name in names if name != TRAINABLE) if names else (default,) if held is None else ()


def get_collection(m: Machine, a: Arguments) -> Value:
    """``tf.get_collection(key, scope)``; the scope is a regular expression (``re.match``).

    Source: tensorflow/python/framework/ops.py, ``Graph.get_collection``.
    """
    given = _COLLECTION.bind(m, "get_collection", a)
    key = needed(m, given["key"])
    if not isinstance(key, str):
        return m.new_list((), True)
    return _filtered(m, current(m), (key,), given["scope"])


_COLLECTION = Signature("key, scope=None")


def _filtered(m: Machine, graph: Graph, keys: tuple[str, ...], scope: Value) -> Value:
    items = [item for key in keys for item in graph.collections.get(key, ())]
    pattern = naming.encode(m, scope) if scope is not None else None
    open = scope is not None and (pattern is None or not naming.is_known(pattern))
    open = open or m.taint > 0
    if pattern:
        try:
            matcher = re.compile(pattern)
        except re.error:
            return m.new_list((), True)
        items = [i for i in items if isinstance(i, Tensor) and i.name is not None and matcher.match(i.name)]
    return m.new_list(items, open)


def listing(*keys: str) -> Model:
    """``tf.trainable_variables(scope)`` and the like."""

    def run(m: Machine, a: Arguments) -> Value:
        scope = a.args[0] if a.args else a.kwargs.get("scope")
        if m.world.executing_eagerly:
            return m.new_list()
        return _filtered(m, current(m), keys, scope)

    return run


def _add_to_collection(m: Machine, a: Arguments) -> Value:
    names = needed(m, a.args[0]) if a.args else None
    value = a.args[1] if len(a.args) > 1 else a.kwargs.get("value")
    if isinstance(names, str):
        add_to_collections(m, (names,), value)
    return None


def _opaque(m: Machine, a: Arguments) -> Value:
    return m.unknown("an operation", not_none=True)


MODELS: dict[str, Model] = {
    "tf.Variable": tf_variable,
    "tf.get_collection": get_collection,
    "tf.get_collection_ref": get_collection,
    "tf.add_to_collection": _add_to_collection,
    "tf.global_variables": listing(GLOBAL),
    "tf.all_variables": listing(GLOBAL),
    "tf.local_variables": listing(LOCAL),
    "tf.trainable_variables": listing(TRAINABLE),
    "tf.model_variables": listing("model_variables"),
    "tf.moving_average_variables": listing("moving_average_variables"),
    "tf.global_variables_initializer": _opaque,
    "tf.initialize_all_variables": _opaque,
    "tf.local_variables_initializer": _opaque,
    "tf.variables_initializer": _opaque,
    "tf.initialize_variables": _opaque,
    "tf.report_uninitialized_variables": _opaque,
}

CONSTANTS: dict[str, Any] = {
    "tf.GraphKeys.GLOBAL_VARIABLES": GLOBAL,
    "tf.GraphKeys.VARIABLES": GLOBAL,
    "tf.GraphKeys.LOCAL_VARIABLES": LOCAL,
    "tf.GraphKeys.TRAINABLE_VARIABLES": TRAINABLE,
    "tf.GraphKeys.MODEL_VARIABLES": "model_variables",
    "tf.GraphKeys.MOVING_AVERAGE_VARIABLES": "moving_average_variables",
    "tf.GraphKeys.UPDATE_OPS": "update_ops",
    "tf.GraphKeys.REGULARIZATION_LOSSES": "regularization_losses",
    "tf.GraphKeys.LOSSES": "losses",
    "tf.GraphKeys.SUMMARIES": "summaries",
    "tf.GraphKeys.GLOBAL_STEP": "global_step",
    "tf.GraphKeys.WEIGHTS": "weights",
    "tf.GraphKeys.BIASES": "biases",
    "tf.GraphKeys.ACTIVATIONS": "activations",
}

__all__ = ["Constant", "Text", "VariableTensor", "dims_of", "replace"]
