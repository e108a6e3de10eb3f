"""``tf.feature_column``: what columns describe, and what their constructors refuse.

Source: tensorflow/python/feature_column/feature_column_v2.py; feature_column.py,
``_SharedEmbeddingColumn``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.columns.checks import (
    check_boundaries,
    check_buckets_left,
    check_default,
    check_discrete,
    check_key,
    check_loads,
    check_number,
    check_sizes,
    check_vocabulary,
    is_plain,
    refused,
    shown,
)
from scopecheck.models.layers.sizes import size
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import is_sequence
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import UNSEEN, Dim, DType
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True)
class Column(Foreign):
    """A column; its name may have marks for what isn't known.

    keys: the features that it is read from. width: its elements as a dense column, None where
    it is none. buckets: those of a categorical column, None where it is none. embeds: whether
    it has weights of its own. scope: the scope of its variables, where that isn't its name.
    integer: whether its features must be integers, None where either will do. sequence:
    whether it is made of sequences. rank: the length of the shape of its elements.
    """

    kind: str
    name: str
    keys: tuple[str, ...]
    width: Dim = None
    buckets: Dim = None
    embeds: bool = False
    initializer: Value = field(default=None, compare=False)
    trainable: bool = True
    scope: str | None = None
    integer: bool | None = None
    sequence: bool = False
    rank: int = 1

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``key`` and the sizes."""
        if name in ("name", "key"):
            return naming.decode(m, self.name)
        sizes = {"num_buckets": self.buckets, "_num_buckets": self.buckets, "dimension": self.width}
        if isinstance(sizes.get(name), int):
            return sizes[name]
        return m.unknown(name, tame=True)


def name_of(m: Machine, value: Value) -> str:
    """A key as a name, with a mark where it isn't known."""
    encoded = naming.encode(m, value)
    return encoded if encoded is not None else naming.mark_of(m, needed(m, value))


def listed(m: Machine, value: Value) -> tuple[Value, ...] | None:
    """The items of a list or tuple that is known."""
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef, DictRef)) else None
    return None if held is None or held.open else tuple(held.items)


def _numeric(m: Machine, by: str, g: dict[str, Value]) -> Value:
    name, given = name_of(m, g["key"]), needed(m, g["shape"])
    sizes = listed(m, given) if is_sequence(given) else (given,)
    width = multiply(size(m, one) for one in sizes) if sizes is not None else UNSEEN
    check_sizes(m, by, given, name)
    dtype = needed(m, g["dtype"])
    if dtype is not None:
        words = f"dtype must be convertible to float. dtype: %s, key: {name}"
        check_number(m, by, dtype, words)
    check_default(m, by, g["default_value"], sizes or (UNSEEN,), dtype or DType("float32"), name)
    if g["normalizer_fn"] is not None and is_callable(m, g["normalizer_fn"]) is False:
        message = f"normalizer_fn must be a callable. Given: {shown(m, g['normalizer_fn'])}"
        raise refused(m, by, message, "TypeError")
    check_key(m, by, g["key"])
    return Column("numeric", name, (name,), width, rank=len(sizes) if sizes is not None else 1)


def _bucketized(m: Machine, by: str, g: dict[str, Value]) -> Value:
    source, given = needed(m, g["source_column"]), needed(m, g["boundaries"])
    bounds = listed(m, given)
    if not isinstance(source, Column) and not is_plain(source):
        return m.unknown(f"{by}(…)", tame=True)
    if not isinstance(source, Column) or source.kind != "numeric":
        message = "source_column must be a column generated with numeric_column(). Given: …"
        raise refused(m, by, message)
    if source.rank > 1:
        raise refused(m, by, "source_column must be one-dimensional column. Given: …")
    check_boundaries(m, by, given, "boundaries must be a sorted list.")
    if bounds == () or given is None or given == 0:
        raise refused(m, by, "boundaries must not be empty.")
    known = [one for one in bounds or () if isinstance(one, (int, float))]
    if any(one >= other for one, other in pairwise(known)):
        raise refused(m, by, "boundaries must be a sorted list.")
    count: Dim = UNSEEN if bounds is None else len(bounds) + 1
    whole = multiply((source.width, count))
    return Column("bucketized", f"{source.name}_bucketized", source.keys, whole, whole)


def _categorical(kind: str, name: str, buckets: Dim, dtype: Value) -> Value:
    integer = dtype.name.startswith(("int", "uint")) if isinstance(dtype, DType) else None
    return Column(kind, name, (name,), buckets=buckets, integer=integer)


def _hashed(m: Machine, by: str, g: dict[str, Value]) -> Value:
    name, given = name_of(m, g["key"]), needed(m, g["hash_bucket_size"])
    if given is None:
        raise refused(m, by, f"hash_bucket_size must be set. key: {name}")
    buckets = size(m, given)
    if isinstance(buckets, int) and buckets < 1:
        message = f"hash_bucket_size must be at least 1. hash_bucket_size: {buckets}, key: {name}"
        raise refused(m, by, message)
    check_key(m, by, g["key"])
    check_discrete(m, by, g["dtype"], f"column_name: {name}")
    return _categorical("hashed", name, buckets, g["dtype"] or DType("string"))


def _identity(m: Machine, by: str, g: dict[str, Value]) -> Value:
    name, buckets = name_of(m, g["key"]), size(m, g["num_buckets"])
    if isinstance(buckets, int) and buckets < 1:
        raise refused(m, by, f"num_buckets {buckets} < 1, column_name {name}")
    default = needed(m, g["default_value"])
    if isinstance(default, int) and isinstance(buckets, int) and not 0 <= default < buckets:
        words = f"default_value {default} not in range [0, {buckets}), column_name {name}"
        raise refused(m, by, words)
    check_key(m, by, g["key"])
    return _categorical("identity", name, buckets, DType("int64"))


def _vocabulary_list(m: Machine, by: str, g: dict[str, Value]) -> Value:
    name, words = name_of(m, g["key"]), listed(m, g["vocabulary_list"])
    if words == () or needed(m, g["vocabulary_list"]) is None:
        raise refused(m, by, f"vocabulary_list … must be non-empty, column_name: {name}")
    plain = [one for one in words or () if isinstance(one, (int, str))]
    if len(set(plain)) < len(plain):
        message = f"Duplicate keys in vocabulary_list …, column_name: {name}"
        raise refused(m, by, message)
    check_buckets_left(m, by, g["num_oov_buckets"], g["default_value"], name)
    check_vocabulary(m, by, g["vocabulary_list"], g["dtype"], name)
    check_key(m, by, g["key"])
    count: Dim = UNSEEN if words is None else len(words)
    dtype = g["dtype"]
    if dtype is None and plain:
        dtype = DType("int64" if isinstance(plain[0], int) else "string")
    buckets = add_sizes((count, size(m, g["num_oov_buckets"])))
    return _categorical("vocabulary_list", name, buckets, dtype)


def _vocabulary_file(m: Machine, by: str, g: dict[str, Value]) -> Value:
    name, given = name_of(m, g["key"]), needed(m, g["vocabulary_size"])
    if needed(m, g["vocabulary_file"]) in (None, ""):
        raise refused(m, by, f"Missing vocabulary_file in {name}.")
    count = UNSEEN if given is None else size(m, given)
    if isinstance(count, int):
        if count < 1:
            raise refused(m, by, f"Invalid vocabulary_size in {name}.")
        check_buckets_left(m, by, g["num_oov_buckets"], g["default_value"], name)
        check_discrete(m, by, g["dtype"], f"column_name: {name}")
        check_key(m, by, g["key"])
    buckets = add_sizes((count, size(m, g["num_oov_buckets"])))
    return _categorical("vocabulary_file", name, buckets, None)


_DENSE = ("numeric", "embedding", "shared", "indicator")


def _crossed(m: Machine, by: str, g: dict[str, Value]) -> Value:
    buckets, keys = size(m, g["hash_bucket_size"]), listed(m, g["keys"])
    none = needed(m, g["hash_bucket_size"]) is None
    if none or (isinstance(buckets, int) and buckets < 1):
        shown_size = None if none else buckets
        message = f"hash_bucket_size must be > 1. hash_bucket_size: {shown_size}"
        raise refused(m, by, message)
    if needed(m, g["keys"]) is None or (keys is not None and len(keys) < 2):
        raise refused(m, by, "keys must be a list with length > 1. Given: …")
    if any(isinstance(one, Column) and one.kind == "hashed" for one in keys or ()):
        message = "categorical_column_with_hash_bucket is not supported for crossing. …"
        raise refused(m, by, message)
    for one in (needed(m, key) for key in keys or ()):
        dense = isinstance(one, Column) and one.kind in _DENSE
        if dense or one is None or isinstance(one, (int, float)):
            message = (
                "Unsupported key type. All keys must be either string, or categorical column "
                "except HashedCategoricalColumn. Given: …"
            )
            raise refused(m, by, message)
    if keys is None:
        return m.unknown(f"{by}(…)", tame=True)
    names, read = _leaves(m, keys)
    return Column("crossed", "_X_".join(sorted(names)), read, buckets=buckets)


def _leaves(m: Machine, keys: tuple[Value, ...]) -> tuple[list[str], tuple[str, ...]]:
    """The names that a crossed column joins, and the features it reads."""
    names: list[str] = []
    read: tuple[str, ...] = ()
    for one in keys:
        if isinstance(one, Column):
            names += one.name.split("_X_") if one.kind == "crossed" else [one.name]
            read += one.keys
        else:
            names.append(name_of(m, one))
            read += (names[-1],)
    return names, read


def _weighted(m: Machine, by: str, g: dict[str, Value]) -> Value:
    column = needed(m, g["categorical_column"])
    if not isinstance(column, Column):
        return m.unknown(f"{by}(…)", tame=True)
    if g["dtype"] != "float32":
        check_number(m, by, g["dtype"], "dtype %s is not convertible to float.")
    key = name_of(m, g["weight_feature_key"])
    return replace(column, name=f"{column.name}_weighted_by_{key}", keys=(*column.keys, key))


def _indicator(m: Machine, by: str, g: dict[str, Value]) -> Value:
    column = needed(m, g["categorical_column"])
    if not isinstance(column, Column):
        return m.unknown(f"{by}(…)", tame=True)
    name = f"{column.name}_indicator"
    return replace(column, kind="indicator", name=name, width=column.buckets, buckets=None)


def _check_embedding(m: Machine, by: str, g: dict[str, Value]) -> Dim:
    given = needed(m, g["dimension"])
    width: Dim = None if given is None else size(m, given)
    if width is None or (isinstance(width, int) and width < 1):
        raise refused(m, by, f"Invalid dimension {width}.")
    check_loads(m, by, (g["ckpt_to_load_from"], g["tensor_name_in_ckpt"]))
    if g["initializer"] is not None and is_callable(m, g["initializer"]) is False:
        raise refused(m, by, "initializer must be callable if specified.…")
    return width


def _embedded(column: Column, g: dict[str, Value], width: Dim, **more: str) -> Column:
    """An embedding keeps the buckets, which its weights have; it is categorical no longer."""
    return replace(
        column,
        embeds=True,
        width=width,
        initializer=g["initializer"],
        trainable=g["trainable"] is not False,
        **more,  # type: ignore[arg-type]
    )


def _embedding(m: Machine, by: str, g: dict[str, Value]) -> Value:
    width, column = _check_embedding(m, by, g), needed(m, g["categorical_column"])
    if not isinstance(column, Column):
        return m.unknown(f"{by}(…)", tame=True)
    return _embedded(column, g, width, kind="embedding", name=f"{column.name}_embedding")


def _shared(m: Machine, by: str, g: dict[str, Value]) -> Value:
    """One column for each that is given; all have the weights of one collection."""
    width, given = _check_embedding(m, by, g), listed(m, g["categorical_columns"])
    columns = [one for one in given or () if isinstance(one, Column)]
    if given is None or len(columns) != len(given) or not columns:
        return m.unknown(f"{by}(…)", tame=True)
    ordered = sorted(columns, key=lambda one: one.name)
    for one in ordered[1:]:
        if one.kind != ordered[0].kind and ordered[0].kind not in _DENSE:
            message = (
                "To use shared_embedding_column, all categorical_columns must have the same type, "
                "or be weighted_categorical_column of the same type. …"
            )
            raise refused(m, by, message)
        sizes = ordered[0].buckets, one.buckets
        if isinstance(sizes[0], int) and isinstance(sizes[1], int) and sizes[0] != sizes[1]:
            message = (
                "To use shared_embedding_column, all categorical_columns must have the same number "
                "of buckets. …"
            )
            raise refused(m, by, message)
    asked = naming.encode(m, g["shared_embedding_collection_name"])
    scope = asked or "_".join(one.name for one in ordered) + "_shared_embedding"
    made = [
        _embedded(one, g, width, kind="shared", name=f"{one.name}_shared_embedding", scope=scope)
        for one in columns
    ]
    return m.new_list(made)


_EMBEDS = (
    "dimension, combiner=mean, initializer=None, {}ckpt_to_load_from=None, "
    "tensor_name_in_ckpt=None, max_norm=None, trainable=True, use_safe_embedding_lookup=True"
)
_MAKERS = {
    "numeric_column": (
        _numeric,
        "key, shape=1, default_value=None, dtype=None, normalizer_fn=None",
    ),
    "bucketized_column": (_bucketized, "source_column, boundaries"),
    "categorical_column_with_hash_bucket": (_hashed, "key, hash_bucket_size, dtype=None"),
    "categorical_column_with_identity": (_identity, "key, num_buckets, default_value=None"),
    "categorical_column_with_vocabulary_list": (
        _vocabulary_list,
        "key, vocabulary_list, dtype=None, default_value=-1, num_oov_buckets=0",
    ),
    "categorical_column_with_vocabulary_file": (
        _vocabulary_file,
        "key, vocabulary_file, vocabulary_size=None, num_oov_buckets=0, default_value=None, "
        "dtype=None",
    ),
    "crossed_column": (_crossed, "keys, hash_bucket_size, hash_key=None"),
    "weighted_categorical_column": (
        _weighted,
        "categorical_column, weight_feature_key, dtype=float32",
    ),
    "indicator_column": (_indicator, "categorical_column"),
    "embedding_column": (_embedding, "categorical_column, " + _EMBEDS.format("")),
    "shared_embedding_columns": (
        _shared,
        "categorical_columns, " + _EMBEDS.format("shared_embedding_collection_name=None, "),
    ),
}


def _maker(name: str) -> Model:
    build, arguments = _MAKERS[name]
    signature = Signature(arguments)
    return lambda m, a: build(m, name, signature.bind(m, name, a))


def _sequence_maker(name: str) -> Model:
    """The same for sequences; a numeric one is dense for ``sequence_input_layer`` alone."""
    make = _maker(name)

    def run(m: Machine, a: Arguments) -> Value:
        more = {key: value for key, value in a.kwargs.items() if key != "default_value"}
        made = make(m, replace(a, kwargs=more))  # any default will do for a sequence of numbers
        return replace(made, sequence=True) if isinstance(made, Column) else made

    return run


_SEQUENCES = [one for one in _MAKERS if one.startswith("categorical_")] + ["numeric_column"]
MODELS: dict[str, Model] = {
    f"tf.feature_column.{prefix}{name}": _maker(name) for name in _MAKERS for prefix in ("", "_")
}
MODELS.update(
    {
        f"{module}.sequence_{name}": _sequence_maker(name)
        for name in _SEQUENCES
        for module in ("tf.feature_column", "tf.contrib.feature_column")
    }
)
