"""``tf.contrib.feature_column.sequence_input_layer``.

Source: tensorflow/contrib/feature_column/python/feature_column/sequence_feature_column.py.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scopecheck.models.columns.checks import refused
from scopecheck.models.columns.columns import Column, listed
from scopecheck.models.columns.layers import (
    columns_of,
    embedding_weights,
    read_features,
    undecided,
)
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import add_sizes
from scopecheck.models.tensors import UNSEEN, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "sequence_input_layer"
_SIGNATURE = Signature("features, feature_columns, weight_collections=None, trainable=True")


def _sequence_input_layer(m: Machine, a: Arguments) -> Value:
    """The sequences side by side, and how long they are."""
    g = _SIGNATURE.bind(m, _BY, a)
    columns = columns_of(m, _BY, g["feature_columns"])
    if columns is None:
        return undecided(m, _BY), m.unknown("the lengths", not_none=True)
    if any(one.width is None or is_plain(one) for one in columns):
        raise refused(m, _BY, "All feature_columns must be of type _SequenceDenseColumn. …")

    def body() -> Value:
        used: tuple[Value, ...] = ()
        for one in columns:
            enter = partial(_entered, m, one, g)
            used += in_scope(m, None, one.scope or one.name, None, enter)
        wide = add_sizes(one.width for one in columns)
        made = operation(m, "ConcatV2", used, (UNSEEN, UNSEEN, wide), "float32")
        return made, operation(m, "Identity", used, (UNSEEN,), "int64")

    return in_scope(m, None, _BY, None, body)


def is_plain(column: Column) -> bool:
    """Whether it is a column of numbers, one set for each example."""
    return column.kind in ("numeric", "bucketized") and not column.sequence


def _entered(m: Machine, column: Column, g: dict[str, Value]) -> tuple[Value, ...]:
    if not column.sequence:
        message = f"In {column.kind}_column: {column.name}. categorical_column must be of type …"
        raise refused(m, _BY, message)
    _, tensors = read_features(m, _BY, needed(m, g["features"]), column)
    if not column.embeds:
        return tuple(tensors)
    asked = listed(m, g["weight_collections"])
    collections = tuple(dict.fromkeys((*asked, GLOBAL))) if asked else (GLOBAL,)
    return (*tensors, embedding_weights(m, _BY, column, g, collections))


MODELS: dict[str, Model] = {"tf.contrib.feature_column.sequence_input_layer": _sequence_input_layer}
