"""Layers that make the variables of contrib's columns.

Source: tensorflow/contrib/layers/python/layers/feature_column_ops.py.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models.columns.checks import refused
from scopecheck.models.columns.columns import listed
from scopecheck.models.columns.contrib import ContribColumn
from scopecheck.models.columns.layers import undecided
from scopecheck.models.contrib.variables import MODELS as VARIABLES
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.graph_collections import add_to_collections
from scopecheck.models.layers.functions import as_tensor
from scopecheck.models.layers.sizes import size
from scopecheck.models.naming import is_known
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.slim.arg_scope import scoped
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import UNSEEN, Dim, DType, Tensor, operation, sizes_list
from scopecheck.models.world import current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_WIDE = ("sparse", "weighted", "crossed", "bucketized")


def _columns(m: Machine, by: str, given: Value) -> list[ContribColumn] | None:
    """The columns in the order of their keys; None where they aren't all known."""
    given = needed(m, given)
    if isinstance(given, DictRef):
        raise refused(m, by, "Expected feature_columns to be iterable, found dict.")
    held = listed(m, given)
    columns = [one for one in held or () if isinstance(one, ContribColumn)]
    if held is None or len(columns) != len(held) or not columns:
        return None
    if len(set(columns)) < len(columns):
        raise refused(m, by, "Duplicate feature column key found for column: …")
    return sorted(columns, key=lambda one: one.order)


def _tensors(m: Machine, by: str, features: Value, column: ContribColumn) -> list[Tensor]:
    """The features that a column is read from, as far as they are known."""
    held = m.contents(features) if isinstance(features, DictRef) else None
    found: list[Tensor] = []
    if held is not None and column in held.items:  # it was transformed before
        value = needed(m, held.items[column])
        return [value if isinstance(value, Tensor) else as_tensor(m, value)]
    for key in column.keys:
        if held is None or held.open or not is_known(key):
            continue
        if key not in held.items:
            raise refuse_argument(m, by, "KeyError", repr(key))
        value = needed(m, held.items[key])
        found.append(value if isinstance(value, Tensor) else as_tensor(m, value))
    return found


def _variable(
    m: Machine, name: str, dims: tuple[Dim, ...], g: dict[str, Any], initializer: Value = None
) -> Value:
    """``model_variable`` in the scope in force."""
    given = {
        "shape": sizes_list(m, dims),
        "dtype": DType("float32"),
        "initializer": initializer or Initializer("zeros"),
        "trainable": g["trainable"] is not False,
        "collections": g["weight_collections"],
    }
    return VARIABLES["tf.contrib.framework.model_variable"](m, Arguments((name,), given))


def _embedding(m: Machine, column: ContribColumn, g: dict[str, Any]) -> Value:
    """``weights``, or the one variable of a collection that several columns share."""
    trains = column.trainable and g["trainable"] is not False
    given = {**g, "trainable": trains}
    dims = (column.buckets, column.width)
    if column.scope is None:
        return _variable(m, "weights", dims, given, column.initializer)
    collection = f"SHARED_EMBEDDING_COLLECTION_{column.scope.upper()}"
    held = current(m).collections.get(collection, ())
    if held:
        return held[0]
    made = _variable(m, column.scope, dims, given, column.initializer)
    add_to_collections(m, (collection,), made)
    return made


def _width(column: ContribColumn, tensors: list[Tensor], rank: int) -> Dim:
    """A numeric column is as wide as its feature, not as it was said to be."""
    if column.kind != "numeric" or not tensors:
        return UNSEEN if column.kind == "numeric" else column.width
    dims = tensors[0].shape
    if not isinstance(dims, tuple):
        return UNSEEN
    return 1 if len(dims) == rank - 1 else multiply(dims[rank - 1 :])


def _outer(column: ContribColumn, tensors: list[Tensor], rank: int) -> tuple[Dim, ...]:
    """The sizes before the width, where a numeric column's feature tells them."""
    dims = tensors[0].shape if column.kind == "numeric" and tensors else UNSEEN
    known = isinstance(dims, tuple) and len(dims) >= rank - 1
    return dims[: rank - 1] if known and isinstance(dims, tuple) else (UNSEEN,) * (rank - 1)


def _known(sizes: tuple[Dim, ...]) -> Dim:
    """The size that all columns have, where one of them tells."""
    return next((one for one in sizes if isinstance(one, int)), UNSEEN)


def _input(rank: int, default: str) -> Model:
    """``input_from_feature_columns``, and the like for sequences."""
    signature = Signature(
        "columns_to_tensors, feature_columns, weight_collections=None, trainable=True, scope=None"
        + (", cols_to_outs=None" if rank == 2 else "")
    )

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, default, a)
        columns = _columns(m, default, g["feature_columns"])
        if columns is None:
            return undecided(m, default)
        features = needed(m, g["columns_to_tensors"])

        outer: list[tuple[Dim, ...]] = []

        def one(column: ContribColumn) -> tuple[Dim, list[Value]]:
            tensors = _tensors(m, default, features, column)
            if column.width is None:
                message = f"Error creating input layer for column: {column.name}."
                raise refused(m, default, message)
            made = [_embedding(m, column, g)] if column.embeds else []
            outer.append(_outer(column, tensors, rank))
            return _width(column, tensors, rank), [*tensors, *made]

        def body() -> Value:
            rows = [in_scope(m, None, c.name, None, partial(one, c)) for c in columns]
            used = tuple(value for _, read in rows for value in read)
            wide = add_sizes(width for width, _ in rows)
            sizes = (
                next((n for n in of if isinstance(n, int)), UNSEEN)
                for of in zip(*outer, strict=True)
            )
            return operation(m, "ConcatV2", used, (*sizes, wide), "float32")

        return in_scope(m, g["scope"], default, None, body)

    return run


_SUM = Signature(
    "columns_to_tensors, feature_columns, num_outputs, weight_collections=None, trainable=True, "
    "scope=None"
)


def _weighted_sum(m: Machine, a: Arguments) -> Value:
    """``weighted_sum_from_feature_columns``: weights for every column, and one bias."""
    by = "weighted_sum_from_feature_columns"
    g = _SUM.bind(m, by, a)
    columns = _columns(m, by, g["feature_columns"])
    if columns is None:
        return undecided(m, by)
    units, features = size(m, g["num_outputs"]), needed(m, g["columns_to_tensors"])

    def body() -> Value:
        table: dict[Value, Value] = {}
        used: list[Value] = []
        for one in columns:
            tensors = _tensors(m, by, features, one)
            if one.embeds:
                message = f"Error creating weighted sum for column: {one.name}."
                raise refused(m, by, message)
            if one.kind == "one_hot":
                message = "No dense tensor representation for column …"
                raise refused(m, by, message, "NotImplementedError")
            wide = one.kind in _WIDE
            rows = one.buckets if wide else _width(one, tensors, 2)
            weigh = partial(_variable, m, "weights" if wide else "weight", (rows, units), g)
            made = in_scope(m, None, one.name, None, weigh)
            table[one] = m.new_list((made,))
            used += [*tensors, made]
        return *_summed(m, g, units, used), m.new_dict(table)

    sums, bias, table = in_scope(m, g["scope"], by, None, body)
    return sums, table, bias


def _summed(m: Machine, g: dict[str, Any], units: Dim, used: list[Value]) -> tuple[Value, Value]:
    bias = _variable(m, "bias_weight", (units,), g)
    return operation(m, "BiasAdd", (*used, bias), (UNSEEN, units), "float32"), bias


def _joint_sum(m: Machine, a: Arguments) -> Value:
    """``joint_weighted_sum_from_feature_columns``: one variable for all columns, and the bias."""
    by = "joint_weighted_sum_from_feature_columns"
    g = _SUM.bind(m, by, a)
    columns = _columns(m, by, g["feature_columns"])
    if columns is None:
        return undecided(m, by)
    units, features = size(m, g["num_outputs"]), needed(m, g["columns_to_tensors"])

    def body() -> Value:
        used: list[Value] = [t for one in columns for t in _tensors(m, by, features, one)]
        if any(one.kind not in _WIDE for one in columns):
            message = (
                "Real-valued columns are not supported. Use weighted_sum_from_feature_columns "
                "instead, or bucketize these columns."
            )
            raise refused(m, by, message, "NotImplementedError")
        types = ["int32" if one.kind == "bucketized" else "int64" for one in columns]
        if len(set(types)) > 1:
            message = (
                "Tensors in list passed to 'values' of 'SparseConcat' Op have types "
                f"[{', '.join(types)}] that don't all match."
            )
            raise refused(m, by, message, "TypeError")
        rows = add_sizes(one.buckets for one in columns)
        weigh = partial(_variable, m, "weights", (rows, units), g)
        made = in_scope(m, None, "linear_weights", None, weigh)
        return *_summed(m, g, units, [*used, made]), m.new_list((made,))

    sums, bias, weights = in_scope(m, g["scope"], by, None, body)
    return sums, weights, bias


_FUNCTIONS: dict[str, Model] = {
    "input_from_feature_columns": _input(2, "input_from_feature_columns"),
    "sequence_input_from_feature_columns": _input(3, "sequence_input_from_feature_columns"),
    "weighted_sum_from_feature_columns": _weighted_sum,
    "joint_weighted_sum_from_feature_columns": _joint_sum,
}
MODELS: dict[str, Model] = {
    f"{module}.{name}": scoped(name, model)
    for name, model in _FUNCTIONS.items()
    for module in ("tf.contrib.layers", "tf.contrib.slim")
}
