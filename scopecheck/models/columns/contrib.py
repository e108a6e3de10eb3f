"""The columns of ``tf.contrib.layers``, which are not those of ``tf.feature_column``.

Source: tensorflow/contrib/layers/python/layers/feature_column.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.columns.checks import (
    check_boundaries,
    check_contrib_default,
    check_hash_keys,
    check_loads,
    check_number,
    is_plain,
    kind_of,
    refused,
    shown,
)
from scopecheck.models.columns.columns import Column, listed, name_of
from scopecheck.models.layers.sizes import size
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import UNSEEN, Dim, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import set_item
from scopecheck.symbolic.values import Builtin, DictRef, SetRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True)
class ContribColumn(Column):
    """A column of contrib's; order: its key as far as it decides the order of columns."""

    order: str = ""

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``length`` and ``key`` as well."""
        if name == "length" and isinstance(self.buckets, int):
            return self.buckets
        if name == "insert_transformed_feature":
            return Builtin(name, lambda m, a: self._insert(m, a))
        return m.unknown(name, tame=True) if name == "key" else super().get_attribute(m, name)

    def _insert(self, m: Machine, a: Arguments) -> None:
        made = m.unknown("a transformed feature", not_none=True, tame=True)
        set_item(m, a.get(0, "columns_to_tensors"), self, made)


Build = Callable[["Machine", str, dict[str, Any]], Any]


def _column(g: dict[str, Any], name: str) -> ContribColumn | None:
    return g[name] if isinstance(g[name], ContribColumn) else None


def _real(m: Machine, by: str, g: dict[str, Any]) -> Value:
    name, given = name_of(m, g["column_name"]), g["dimension"]
    if given is None or isinstance(given, (float, str)):
        more = "Use the _real_valued_var_len_column for variable length features."
        words = f"dimension must be an integer. {more if given is None else ''}"
        message = f"{words}dimension: {shown(m, given)}, column_name: {name}"
        raise refused(m, by, message, "TypeError")
    width, dtype = size(m, given), g["dtype"]
    if isinstance(width, int) and width < 1:
        message = f"dimension must be greater than 0. dimension: {width}, column_name: {name}"
        raise refused(m, by, message)
    if dtype is not None:
        words = f"dtype must be convertible to float. dtype: %s, column_name: {name}"
        check_number(m, by, dtype, words)
    check_contrib_default(m, by, g["default_value"], width, dtype or DType("float32"), name)
    return real_valued(name, width)


def real_valued(name: str, width: Dim) -> ContribColumn:
    """``real_valued_column(name, width)``."""
    order = f"_RealValuedColumn(column_name={name!r}"
    return ContribColumn("numeric", name, (name,), width, order=order)


def _check_dtype(m: Machine, by: str, cls: str, dtype: Value, name: str) -> None:
    """A column of identifiers is read from whole numbers, or from text."""
    kind = kind_of(dtype)
    words = f"dtype: {shown(m, dtype)}, column_name: {name}"
    if cls == "_SparseColumnIntegerized" and kind not in (None, "int"):
        message = f"dtype must be an integer if is_integerized is True. {words}."
        raise refused(m, by, message)
    if kind not in (None, "int", "string"):
        raise refused(m, by, f"dtype must be string or integer. {words}")


def _sparse(cls: str, size_name: str) -> Build:
    """A column of identifiers; ``size_name`` is the argument that gives their number."""

    def build(m: Machine, by: str, g: dict[str, Any]) -> Value:
        name, given = name_of(m, g["column_name"]), needed(m, g[size_name])
        if size_name == "keys":
            if given is None:
                raise refused(m, by, "'NoneType' object is not iterable", "TypeError")
            held = listed(m, given)
            buckets: Dim = UNSEEN if held is None else len(held)
        else:
            buckets = None if given is None else size(m, given)
        if buckets is None:
            word = "vocab_size" if size_name == "vocab_size" else "bucket_size"
            raise refused(m, by, f"…{word} must be …. column_name: {name}")
        _check_dtype(m, by, cls, g["dtype"], name)
        if isinstance(buckets, int) and buckets < 1 and size_name != "keys":
            message = f"bucket_size must be at least 1. bucket_size: {buckets}, column_name: {name}"
            raise refused(m, by, message)
        check_hash_keys(m, by, g.get("hash_keys"))
        if "num_oov_buckets" in g:
            buckets = add_sizes((buckets, size(m, g["num_oov_buckets"])))
        order = f"{cls}(column_name={name!r}"
        dtype = g["dtype"]
        integer = isinstance(dtype, DType) and dtype.name.startswith(("int", "uint"))
        return ContribColumn("sparse", name, (name,), None, buckets, integer=integer, order=order)

    return build


def _bucketized(m: Machine, by: str, g: dict[str, Any]) -> Value:
    source, bounds = _column(g, "source_column"), listed(m, g["boundaries"])
    if source is None and not is_plain(g["source_column"]):
        return None
    if source is None or source.kind != "numeric":
        message = "source_column must be an instance of _RealValuedColumn. source_column: …"
        raise refused(m, by, message, "TypeError")
    empty = "boundaries must be a non-empty list or tuple. boundaries: …"
    check_boundaries(m, by, g["boundaries"], empty)
    if bounds == () or is_plain(g["boundaries"]):
        raise refused(m, by, empty)
    known = [one for one in bounds or () if isinstance(one, (int, float))]
    if any(one > other for one, other in pairwise(known)):
        raise refused(m, by, "boundaries must be a sorted list. boundaries: …")
    count: Dim = UNSEEN if bounds is None else len(set(bounds)) + 1
    whole = multiply((source.width, count))
    name, order = f"{source.name}_bucketized", f"_BucketizedColumn(source_column={source.order}"
    return ContribColumn("bucketized", name, source.keys, whole, whole, order=order)


_UNCROSSED = ("numeric", "embedding", "one_hot", "weighted")


def _crossed(m: Machine, by: str, g: dict[str, Any]) -> Value:
    held, buckets = listed(m, g["columns"]), size(m, g["hash_bucket_size"])
    columns = [one for one in held or () if isinstance(one, ContribColumn)]
    if any(is_plain(one) for one in held or ()) or any(one.kind in _UNCROSSED for one in columns):
        message = (
            "columns must be a set of _SparseColumn, _CrossedColumn, or _BucketizedColumn "
            "instances. (column …"
        )
        raise refused(m, by, message, "TypeError")
    if held is None or len(columns) != len(held):
        return None
    if len(columns) < 2:
        raise refused(m, by, "columns must contain at least 2 elements. columns: …")
    if isinstance(buckets, int) and buckets < 2:
        raise refused(m, by, f"hash_bucket_size must be at least 2. hash_bucket_size: {buckets}")
    check_loads(m, by, (g["ckpt_to_load_from"], g["tensor_name_in_ckpt"]))
    columns.sort(key=lambda one: one.name)
    name = "_X_".join(one.name for one in columns)
    keys = tuple(key for one in columns for key in one.keys)
    order = f"_CrossedColumn(columns=({', '.join(one.order for one in columns)}"
    return ContribColumn("crossed", name, keys, None, buckets, order=order)


def _weighted(m: Machine, by: str, g: dict[str, Any]) -> Value:
    column = _column(g, "sparse_id_column")
    if column is None:
        return None
    if g["dtype"] is not None:
        check_number(m, by, g["dtype"], "dtype is not convertible to float. Given %s")
    key = name_of(m, g["weight_column_name"])
    order = f"_WeightedSparseColumn(sparse_id_column={column.order}"
    name, keys = f"{column.name}_weighted_by_{key}", (*column.keys, key)
    return replace(column, kind="weighted", name=name, keys=keys, order=order)


def _one_hot(m: Machine, by: str, g: dict[str, Any]) -> Value:
    column = _column(g, "sparse_id_column")
    if column is None:
        return None
    order = f"_OneHotColumn(sparse_id_column={column.order}"
    name = f"{column.name}_one_hot"
    return replace(column, kind="one_hot", name=name, width=column.buckets, order=order)


def _embedded(column: ContribColumn, g: dict[str, Any], width: Dim, scope: Any) -> ContribColumn:
    """The column of an embedding; scope: the name that several share."""
    word = "embedding" if scope is None else "shared_embedding"
    return replace(
        column,
        kind="embedding",
        name=f"{column.name}_{word}",
        width=width,
        embeds=True,
        initializer=g["initializer"],
        trainable=g["trainable"] is not False,
        scope=scope,
        order=f"_EmbeddingColumn(sparse_id_column={column.order}, dimension={width}",
    )


def _embedding(m: Machine, by: str, g: dict[str, Any]) -> Value:
    column = _column(g, "sparse_id_column")
    if column is None:
        return None
    if g["initializer"] is not None and is_callable(m, g["initializer"]) is False:
        message = (
            f"initializer must be callable if specified. Embedding of column_name: {column.name}"
        )
        raise refused(m, by, f"{message}{column.name}")
    check_loads(m, by, (g["ckpt_to_load_from"], g["tensor_name_in_ckpt"]))
    return _embedded(column, g, size(m, g["dimension"]), None)


def _shared(m: Machine, by: str, g: dict[str, Any]) -> Value:
    """Columns with one embedding, named after the first three of them."""
    given = g["sparse_id_columns"]
    if isinstance(given, (str, SetRef)):
        kind = "str" if isinstance(given, str) else "set"
        message = (
            "sparse_id_columns must be a non-string sequence (ex: list or tuple) instead of type "
            f"<class '{kind}'>."
        )
        raise refused(m, by, message, "TypeError")
    held = listed(m, given)
    for one in held or ():
        if is_plain(one):
            message = (
                "Elements of sparse_id_columns must be _SparseColumn or _WeightedSparseColumn, but "
                f"{shown(m, one)} is not."
            )
            raise refused(m, by, message, "TypeError")
    columns = [one for one in held or () if isinstance(one, ContribColumn)]
    if held is None or len(columns) != len(held):
        return None
    if not columns:
        message = "The input sparse_id_columns should have at least one element."
        raise refused(m, by, message)
    first, width = columns[0], size(m, g["dimension"])
    known = [one for one in columns if isinstance(one.buckets, int)]
    if len({(one.buckets, one.integer) for one in known}) > 1:
        raise refused(m, by, "The input sparse id columns are not compatible.")
    asked = naming.encode(m, g["shared_embedding_name"])
    if len(columns) == 1:
        return m.new_list([_embedded(first, g, width, asked)])
    ordered = sorted(columns, key=lambda one: (one.kind == "weighted", one.name))
    name = "_".join(one.name for one in ordered[:3])
    name += f"_plus_{len(ordered) - 3}_others" if len(ordered) > 3 else ""
    return tuple(_embedded(one, g, width, asked or f"{name}_shared_embedding") for one in columns)


def _inferred(m: Machine, by: str, g: dict[str, Any]) -> Value:
    """``infer_real_valued_columns``: one for every feature."""
    given = g["features"]
    table = m.contents(given).items if isinstance(given, DictRef) else {"": given}
    made = []
    for key, value in table.items():
        tensor = needed(m, value)
        if not isinstance(key, str) or not isinstance(tensor, Tensor):
            return None
        if tensor.dtype in ("string", "bool"):
            message = (
                "('Non integer or non floating types are not supported for auto detection. Please "
                f"define corresponding FeatureColumn for tensor {{}} {{}}.', {key!r}, …"
            )
            raise refused(m, by, message)
        dims = tensor.shape
        width = multiply(dims[1:]) if isinstance(dims, tuple) else UNSEEN
        made.append(real_valued(key, width))
    return m.new_list(made)


_EMBEDS = (
    "combiner=mean, {}initializer=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None, "
    "max_norm=None, trainable=True"
)
_BUILDERS: dict[str, tuple[Build, str]] = {
    "real_valued_column": (
        _real,
        "column_name, dimension=1, default_value=None, dtype=None, normalizer=None",
    ),
    "sparse_column_with_hash_bucket": (
        _sparse("_SparseColumnHashed", "hash_bucket_size"),
        "column_name, hash_bucket_size, combiner=sum, dtype=None, hash_keys=None",
    ),
    "sparse_column_with_integerized_feature": (
        _sparse("_SparseColumnIntegerized", "bucket_size"),
        "column_name, bucket_size, combiner=sum, dtype=None",
    ),
    "sparse_column_with_keys": (
        _sparse("_SparseColumnKeys", "keys"),
        "column_name, keys, default_value=-1, combiner=sum, dtype=None",
    ),
    "sparse_column_with_vocabulary_file": (
        _sparse("_SparseColumnVocabulary", "vocab_size"),
        "column_name, vocabulary_file, num_oov_buckets=0, vocab_size=None, default_value=-1, "
        "combiner=sum, dtype=None",
    ),
    "bucketized_column": (_bucketized, "source_column, boundaries"),
    "crossed_column": (
        _crossed,
        "columns, hash_bucket_size, combiner=sum, ckpt_to_load_from=None, "
        "tensor_name_in_ckpt=None, hash_key=None",
    ),
    "weighted_sparse_column": (_weighted, "sparse_id_column, weight_column_name, dtype=None"),
    "one_hot_column": (_one_hot, "sparse_id_column"),
    "embedding_column": (_embedding, "sparse_id_column, dimension, " + _EMBEDS.format("")),
    "shared_embedding_columns": (
        _shared,
        "sparse_id_columns, dimension, " + _EMBEDS.format("shared_embedding_name=None, "),
    ),
    "infer_real_valued_columns": (_inferred, "features"),
}


def _maker(name: str) -> Model:
    """The model of a constructor; what it can't describe is unknown."""
    build, arguments = _BUILDERS[name]
    signature = Signature(arguments)

    def run(m: Machine, a: Any) -> Value:
        given = {key: needed(m, value) for key, value in signature.bind(m, name, a).items()}
        made = build(m, name, given)
        return m.unknown(f"{name}(…)", tame=True) if made is None else made

    return run


MODELS: dict[str, Model] = {
    f"{module}.{name}": _maker(name)
    for name in _BUILDERS
    for module in ("tf.contrib.layers", "tf.contrib.slim")
}
