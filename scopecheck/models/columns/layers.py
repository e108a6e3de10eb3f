"""``tf.feature_column``: ``input_layer`` and ``linear_model``, which make columns' variables.

Source: tensorflow/python/feature_column/feature_column.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from scopecheck.models.columns.checks import refused
from scopecheck.models.columns.columns import Column, listed
from scopecheck.models.contrib.weights import MODEL_VARIABLES, in_scope
from scopecheck.models.graph_collections import GLOBAL, add_to_collections, get_collection
from scopecheck.models.layers.custom_layers import get, put
from scopecheck.models.layers.functions import as_tensor
from scopecheck.models.layers.objects import LayerClass, LayerOf, make, run_method
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.naming import decode, is_known, shown
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import UNSEEN, Dim, DType, Tensor, operation, size_value, sizes_list
from scopecheck.models.world import current, scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.values import DictRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def columns_of(
    m: Machine,
    by: str,
    given: Value,
    items: str = "Items of feature_columns must be a _FeatureColumn. Given …",
) -> list[Column] | None:
    """The columns, sorted by their names; None where they aren't all known.

    items: what is said of something else among them.
    """
    given = needed(m, given)
    if type(given) is Column:
        return [given]
    if isinstance(given, DictRef):
        raise refused(m, by, "Expected feature_columns to be iterable, found dict.")
    held = listed(m, given)
    if held is None:
        return None
    if any(isinstance(one, (str, int, float, Tensor)) for one in held):
        raise refused(m, by, items)
    if not held:
        raise refused(m, by, "feature_columns must not be empty.")
    columns = [one for one in held if type(one) is Column]
    if len(columns) < len(held):
        return None
    names = [one.name for one in columns]
    if len(set(names)) < len(names):
        raise refused(m, by, "Duplicate feature column name found for columns: …")
    return sorted(columns, key=lambda one: one.name)


def undecided(m: Machine, by: str) -> Value:
    """A layer whose columns aren't known."""
    m.undecided(by, "its columns are not known", 1)
    return m.unknown(f"{by}(…)", not_none=True)


def read_features(m: Machine, by: str, features: Value, column: Column) -> tuple[Dim, list[Tensor]]:
    """The batch of the features that a column is read from, and their tensors."""
    batch: Dim = UNSEEN
    tensors: list[Tensor] = []
    held = m.contents(features) if isinstance(features, DictRef) else None
    for key in column.keys:
        if held is None or held.open or not is_known(key):
            continue
        if key not in held.items:
            raise refused(m, by, f"Feature {key} is not in features dictionary.")
        value = needed(m, held.items[key])
        tensor = value if isinstance(value, Tensor) else as_tensor(m, value)
        _check_feature(m, by, column, key, tensor)
        _check_elements(m, by, column, tensor)
        tensors.append(tensor)
        dense = column.kind in ("numeric", "bucketized")
        if isinstance(tensor.shape, tuple):
            batch = tensor.shape[0] if dense else None
    return batch, tensors


def _check_feature(m: Machine, by: str, column: Column, key: str, tensor: Tensor) -> None:
    if tensor.shape == ():
        raise refused(m, by, f"Feature (key: {key}) cannot have rank 0. Given: …")
    if column.integer is None or tensor.dtype is None or key != column.keys[0]:
        return
    if column.integer is not tensor.dtype.startswith(("int", "uint")):
        raise refused(m, by, f"…key: {key}…dtype: …")


def _check_elements(m: Machine, by: str, column: Column, tensor: Tensor) -> None:
    """A number for every element that a numeric column was said to have."""
    if column.kind != "numeric" or not isinstance(tensor.shape, tuple):
        return
    held = multiply(tensor.shape)
    wanted = multiply((tensor.shape[0], column.width))
    if isinstance(held, int) and isinstance(wanted, int) and held != wanted:
        dims = f"[{tensor.shape[0]},{column.width}]"
        message = (
            f"Cannot reshape a tensor with {held} elements to shape {dims} ({wanted} elements)"
        )
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", f"{message} for …")


def embedding_weights(
    m: Machine,
    by: str,
    column: Column,
    given: dict[str, Value],
    collections: Value,
    use_resource: Value = None,
) -> Value:
    """``embedding_weights``; those of a shared column are taken from its collection."""
    held = current(m).collections.get(column.scope, ()) if column.scope is not None else ()
    if held:
        return held[0]
    sizes = [size_value(m, one) for one in (column.buckets, column.width)]
    initializer = column.initializer
    asked = {
        "name": "embedding_weights",
        "shape": m.new_list(sizes),
        "dtype": DType("float32"),
        "initializer": Initializer("truncated_normal") if initializer is None else initializer,
        "trainable": column.trainable and given["trainable"] is not False,
        "collections": m.new_list(collections),
        "use_resource": use_resource,
    }
    made = request_variable(m, asked, scope_data(m), by)
    if column.scope is not None:
        add_to_collections(m, (column.scope,), made)
    return made


def _collections(m: Machine, given: dict[str, Value]) -> tuple[Value, ...]:
    held = listed(m, given["weight_collections"]) or ()
    return tuple(dict.fromkeys((*held, GLOBAL, MODEL_VARIABLES)))


def _dense(
    m: Machine, by: str, features: Value, column: Column, given: dict[str, Value]
) -> tuple[Dim, tuple[Value, ...]]:
    """The batch of a column, and what it is computed from."""
    if column.sequence:
        message = (
            f"In {column.kind}_column: {column.name}. categorical_column must not be of type …"
        )
        raise refused(m, by, message)
    batch, tensors = read_features(m, by, features, column)
    if not column.embeds:
        return batch, tuple(tensors)
    return batch, (*tensors, embedding_weights(m, by, column, given, _collections(m, given)))


def check_batches(m: Machine, by: str, columns: Sequence[Column], sizes: Sequence[Dim]) -> Dim:
    """The batch that all columns have."""
    known = [(size, one) for size, one in zip(sizes, columns, strict=True) if isinstance(size, int)]
    for other, one in known:
        if other != known[0][0]:
            names = f"({shown(known[0][1].name)}, {shown(one.name)}): ({known[0][0]}, {other})"
            message = "Batch size (first dimension) of each feature must be same. "
            raise refused(m, by, f"{message}Batch size of columns {names}")
    return known[0][0] if known else (None if None in sizes else UNSEEN)


_INPUT = Signature(
    "features, feature_columns, weight_collections=None, trainable=True, cols_to_vars=None, "
    "cols_to_output_tensors=None"
)


def _input_layer(m: Machine, a: Arguments) -> Value:
    """``input_layer``: every column in a scope of its own, inside ``input_layer``."""
    by = "tf.feature_column.input_layer"
    g = _INPUT.bind(m, "input_layer", a)
    columns = columns_of(m, by, g["feature_columns"])
    if columns is None:
        return undecided(m, by)
    if any(one.width is None or (one.sequence and one.kind == "numeric") for one in columns):
        raise refused(m, by, "Items of feature_columns must be a _DenseColumn. …")

    def body() -> Value:
        sizes: list[Dim] = []
        used: tuple[Value, ...] = ()
        for one in columns:
            enter = partial(_entered, m, by, one, g)
            batch, read = in_scope(m, None, one.scope or one.name, None, enter)
            sizes.append(batch)
            used += read
        batch = check_batches(m, by, columns, sizes)
        dims = (batch, add_sizes(one.width for one in columns))
        return operation(m, "ConcatV2", used, dims, "float32")

    return in_scope(m, None, "input_layer", None, body)


def _entered(
    m: Machine, by: str, column: Column, g: dict[str, Value]
) -> tuple[Dim, tuple[Value, ...]]:
    made = _dense(m, by, needed(m, g["features"]), column, g)
    if g["cols_to_vars"] is not None:
        name = decode(m, scope_data(m).name)
        set_item(m, g["cols_to_vars"], column, get_collection(m, Arguments((GLOBAL, name))))
    return made


# -- linear_model -----------------------------------------------------------------------------


def _weigh(m: Machine, layer: LayerOf, name: str, dims: tuple[Dim, ...]) -> Value:
    """A layer's variable, in the collections that the model was given."""
    given = {"initializer": Initializer("zeros")}
    sizes = sizes_list(m, dims)
    made = run_method(m, layer, "add_variable", Arguments((name, sizes), given))
    held = listed(m, get(m, layer, "weight_collections")) or ()
    more = tuple(one for one in held if isinstance(one, str) and one != GLOBAL)
    add_to_collections(m, more, made)
    put(m, layer, **{name: made})
    return made


def _build_column(m: Machine, layer: LayerOf, inputs: Value) -> None:
    column: Column = get(m, layer, "feature_column")
    dense = column.embeds or column.buckets is None
    rows = column.width if dense else column.buckets
    _weigh(m, layer, "weights", (rows, size(m, get(m, layer, "units"))))


def _call_column(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    column: Column = get(m, layer, "feature_column")
    given = {name: get(m, layer, name) for name in ("weight_collections", "trainable")}
    batch, used = _dense(m, layer.cls.name, a.args[0], column, given)
    sparse = column.buckets is not None and not column.embeds
    dims = (None if sparse else batch, size(m, get(m, layer, "units")))
    return operation(m, "MatMul", (*used, get(m, layer, "weights")), dims, "float32")


def _build_bias(m: Machine, layer: LayerOf, inputs: Value) -> None:
    _weigh(m, layer, "bias_weights", (size(m, get(m, layer, "units")),))


_PART = "units=1, weight_collections=None, trainable=True, name=None"
_COLUMN = LayerClass(
    "_FCLinearWrapper",
    "tf.feature_column",
    Signature(f"feature_column, {_PART}"),
    _call_column,
    _build_column,
)
_BIAS = LayerClass(
    "_BiasLayer",
    "tf.feature_column",
    Signature(_PART),
    lambda m, layer, a: get(m, layer, "bias_weights"),
    _build_bias,
)
_LINEAR = Signature(
    "features, feature_columns, units=1, sparse_combiner=sum, weight_collections=None, "
    "trainable=True, cols_to_vars=None"
)


def _last_part(m: Machine) -> str:
    return scope_data(m).name.rsplit("/", 1)[-1]


def _linear_model(m: Machine, a: Arguments) -> Value:
    """``linear_model``: its columns' scopes are numbered outside it, and opened inside it."""
    by = "tf.feature_column.linear_model"
    g = _LINEAR.bind(m, "linear_model", a)
    model = in_scope(m, None, "linear_model", None, lambda: _last_part(m))
    columns = columns_of(m, by, g["feature_columns"])
    if columns is None:
        return undecided(m, by)
    kept = {name: g[name] for name in ("units", "trainable")}
    kept["weight_collections"] = m.new_list(_collections(m, g))
    layers = [_column_layer(m, one, kept) for one in columns]
    layers.sort(key=lambda one: str(get(m, one, "name")))
    bias = make(m, _BIAS, Arguments((), {**kept, "name": "bias_layer"}))
    features = needed(m, g["features"])
    return in_scope(m, model, "", None, lambda: _summed(m, by, g, features, layers, bias))


def _column_layer(m: Machine, column: Column, kept: dict[str, Value]) -> LayerOf:
    default = column.scope or column.name
    name = decode(m, in_scope(m, None, default, None, lambda: _last_part(m)))
    return make(m, _COLUMN, Arguments((column,), {**kept, "name": name}))


def _summed(
    m: Machine,
    by: str,
    g: dict[str, Value],
    features: Value,
    layers: list[LayerOf],
    bias: LayerOf,
) -> Value:
    sums = [run_method(m, one, "__call__", Arguments((features,))) for one in layers]
    columns = [get(m, one, "feature_column") for one in layers]
    batch = check_batches(m, by, columns, [one.shape[0] for one in sums])
    scope = m.library.call(m, "tf.get_variable_scope", Arguments(()))
    added = run_method(m, bias, "__call__", Arguments((features,), {"scope": scope}))
    _tell(m, g["cols_to_vars"], layers, added)
    dims = (batch, size(m, g["units"]))
    return operation(m, "BiasAdd", (*sums, added), dims, "float32")


def _tell(m: Machine, table: Value, layers: list[LayerOf], bias: Value) -> None:
    if table is None:
        return
    for one in layers:
        name = get_attribute(m, one, "scope_name")
        found = get_collection(m, Arguments((GLOBAL, name)))
        set_item(m, table, get(m, one, "feature_column"), found)
    held = iterate(m, bias) if not isinstance(bias, Tensor) else None
    set_item(m, table, "bias", m.new_list(held.items if held is not None else (bias,)))


MODELS: dict[str, Model] = {
    "tf.feature_column.input_layer": _input_layer,
    "tf.feature_column.linear_model": _linear_model,
}
