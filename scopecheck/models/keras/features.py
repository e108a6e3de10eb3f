"""Keras's layers of feature columns: ``DenseFeatures`` and ``SequenceFeatures`` of 1.15.

Their weights come from the variable store, below scopes of the layer's and the columns' names.

Source: tensorflow/python/feature_column/feature_column_v2.py, ``_BaseFeaturesLayer``;
dense_features.py; sequence_feature_column.py.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from scopecheck.models.columns.checks import refused
from scopecheck.models.columns.columns import Column, listed
from scopecheck.models.columns.layers import (
    check_batches,
    columns_of,
    embedding_weights,
    read_features,
)
from scopecheck.models.columns.sequences import is_plain
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.keras.graph import MADE, in_graph
from scopecheck.models.keras.units import KerasTensor, KerasUnit, keep, kept
from scopecheck.models.shapes import add_sizes
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import UNSEEN, Dim, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

FEATURES = frozenset({"DenseFeatures", "SequenceFeatures"})
_COLUMNS = "columns"


def are_followed(m: Machine, cls: str) -> bool:
    """Whether it is known what such a layer makes here."""
    return cls in FEATURES and m.world.tensorflow == "1.15" and in_graph(m)


def columns_given(m: Machine, cls: str, a: Arguments) -> dict[str, Value]:
    """The columns that the constructor takes, in order; none where they aren't all known."""
    by = f"tf.keras.layers.{cls}"
    given = needed(m, a.get(0, "feature_columns"))
    items = "Items of feature_columns must be a FeatureColumn. Given (type …"
    if any(isinstance(one, Column) and one.kind == "shared" for one in listed(m, given) or ()):
        raise refused(m, by, items)
    columns = columns_of(m, by, given, items)
    if columns is None:
        return {}
    for one in columns:
        dense = one.width is not None and not (one.kind == "numeric" and one.sequence)
        if not (dense if cls == "DenseFeatures" else one.width is not None and not is_plain(one)):
            raise refused(m, by, "Items of feature_columns must be a <class …")
    return {_COLUMNS: tuple(columns)}


def call_features(m: Machine, unit: KerasUnit, features: Value) -> Value:
    """The columns side by side; sequences come with their lengths."""
    columns = kept(m, unit.id, _COLUMNS)
    if not isinstance(columns, tuple):
        return m.unknown("features", not_none=True)
    by = f"tf.keras.layers.{unit.cls}"
    if kept(m, unit.id, MADE) is None:
        _build(m, unit, columns, by)
    features = needed(m, features)
    if not isinstance(features, DictRef):
        raise refused(m, by, "('We expected a dictionary here. Instead we got: ', …")
    used: tuple[Value, ...] = kept(m, unit.id, MADE)
    sizes: list[Dim] = []
    for one in columns:
        _check_sequence(m, by, unit, one)
        size, read = read_features(m, by, features, one)
        sizes.append(size)
        used += tuple(read)
    wide = add_sizes(one.width for one in columns)
    if unit.cls == "SequenceFeatures":
        made = operation(m, "ConcatV2", used, (UNSEEN, UNSEEN, wide), "float32")
        return made, operation(m, "Identity", used, (UNSEEN,), "int64")
    shape = (check_batches(m, by, columns, sizes), wide)
    return KerasTensor(m.identity(), used, shape, unit, used)


def _check_sequence(m: Machine, by: str, unit: KerasUnit, column: Column) -> None:
    """Columns of sequences are for sequences, all others are not."""
    apart = unit.cls == "DenseFeatures"
    if column.sequence is apart:
        must = "must not be" if apart else "must be"
        message = f"In {column.kind}_column: {column.name}. categorical_column {must} of type …"
        raise refused(m, by, message)


def _build(m: Machine, unit: KerasUnit, columns: tuple[Column, ...], by: str) -> None:
    given = kept(m, unit.id, "given")
    trained = {"trainable": needed(m, given.get(1, "trainable"))}
    name = kept(m, unit.id, "name")
    made: list[VariableTensor] = []

    def weigh(column: Column) -> None:
        if column.embeds:
            variable = embedding_weights(m, by, column, trained, (GLOBAL,), True)
            if isinstance(variable, VariableTensor):
                made.append(variable)

    for one in columns:
        inner = partial(in_scope, m, one.name, "", None, partial(weigh, one), False)
        in_scope(m, name, "", None, inner, False)
    keep(m, unit.id, **{MADE: tuple(made)})
