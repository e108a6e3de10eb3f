"""What the constructors of columns refuse of their plain arguments.

Source: tensorflow/python/feature_column/feature_column_v2.py and utils.py;
tensorflow/contrib/layers/python/layers/feature_column.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scopecheck.models.messages import represented, type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import FLOATS, DType
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, ListRef, Raised, SetRef, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def refused(m: Machine, by: str, message: str, kind: str = "ValueError") -> Raised:
    """What a column, or a layer of columns, refuses."""
    return refuse_argument(m, by, kind, message)


def shown(m: Machine, value: Value) -> str:
    """A plain value as ``format`` shows it, ``…`` for what isn't known."""
    value = needed(m, value)
    if isinstance(value, str):
        return value
    if isinstance(value, DType):
        return f"<dtype: '{value.name}'>"
    return represented(m, value) if type_name(value) is not None else "…"


def check_key(m: Machine, by: str, key: Value) -> None:
    """The key of a column is text."""
    key = needed(m, key)
    kind = type_name(key)
    if kind is None or isinstance(key, (str, Text, Unknown)):
        return
    message = f"key must be a string. Got: type <class '{kind}'>. Given key: {shown(m, key)}."
    raise refused(m, by, message)


def kind_of(value: Value) -> str | None:
    """``float``, ``int``, ``string`` or another dtype's name; None where it isn't known."""
    if not isinstance(value, DType):
        return None
    if value.name in FLOATS:
        return "float"
    return "int" if value.name.startswith(("int", "uint")) else value.name


def check_discrete(m: Machine, by: str, dtype: Value, words: str) -> None:
    """A dtype of text or whole numbers; words: what it belongs to."""
    dtype = needed(m, dtype)
    if kind_of(dtype) not in (None, "int", "string"):
        message = f"{words} dtype must be string or integer. dtype: {shown(m, dtype)}."
        raise refused(m, by, message)


def check_number(m: Machine, by: str, dtype: Value, message: str) -> None:
    """A dtype of numbers; message: with a ``%s`` for the dtype."""
    dtype = needed(m, dtype)
    if dtype is None or kind_of(dtype) not in (None, "int", "float"):
        raise refused(m, by, message % shown(m, dtype))


def check_sizes(m: Machine, by: str, given: Value, key: str) -> None:
    """The sizes of a numeric column are whole numbers above 0."""
    sizes = _items(m, given) if isinstance(needed(m, given), (tuple, ListRef)) else (given,)
    if sizes is None:
        return
    for one in (needed(m, size) for size in sizes):
        if isinstance(one, (float, str)):
            row = ", ".join(represented(m, size) for size in sizes)
            row += "," if len(sizes) == 1 else ""
            message = f"shape dimensions must be integer. shape: ({row}), key: {key}"
            raise refused(m, by, message, "TypeError")
        if isinstance(one, int) and one < 1:
            message = f"shape dimensions must be greater than 0. shape: …, key: {key}"
            raise refused(m, by, message)


def check_default(
    m: Machine, by: str, default: Value, dims: tuple[object, ...], dtype: Value, key: str
) -> None:
    """A numeric column's default: one number or as many as there are, of its dtype."""
    default, dtype = needed(m, default), needed(m, dtype)
    wrong = _wrong_default(m, default, dtype)
    if isinstance(default, (tuple, ListRef)):
        fits = _fits(m, default, dims)
        if fits is False:
            message = (
                f"The shape of default_value must be equal to given shape. default_value: "
                f"{shown(m, default)}, shape: …, key: {key}"
            )
            raise refused(m, by, message)
        wrong = wrong and fits is True
    if wrong:
        raise _refuse_default(m, by, default, dtype, f"key: {key}")


def check_contrib_default(
    m: Machine, by: str, default: Value, width: object, dtype: Value, name: str
) -> None:
    """The same for contrib's column, whose defaults are in a list."""
    default, dtype = needed(m, default), needed(m, dtype)
    items = _items(m, default) if isinstance(default, ListRef) else None
    if items is not None and isinstance(width, int) and len(items) != width:
        message = (
            f"The length of default_value must be equal to dimension. default_value: "
            f"{shown(m, default)}, dimension: {width}, column_name: {name}"
        )
        raise refused(m, by, message)
    if _wrong_default(m, default, dtype) or isinstance(default, tuple):
        raise _refuse_default(m, by, default, dtype, f"column_name: {name}")


def _wrong_default(m: Machine, default: Value, dtype: Value) -> bool:
    """Whether a default surely holds something that is no number of the dtype."""
    held = list(_leaves(m, default))
    if None in held or not held or default is None:
        return False
    if "other" in held:
        return True
    return "float" in held and kind_of(dtype) == "int"


def _refuse_default(m: Machine, by: str, default: Value, dtype: Value, where: str) -> Raised:
    message = (
        f"default_value must be compatible with dtype. default_value: {shown(m, default)}, dtype: "
        f"{shown(m, dtype)}, {where}"
    )
    return refused(m, by, message, "TypeError")


def _leaves(m: Machine, value: Value) -> Iterator[str | None]:
    """The kinds of what nested lists hold; None for what isn't known."""
    value = needed(m, value)
    if isinstance(value, (tuple, ListRef)):
        for one in _items(m, value) or (m.unknown(),):
            yield from _leaves(m, one)
    elif isinstance(value, (int, float)):
        yield "float" if isinstance(value, float) else "int"
    else:
        yield "other" if isinstance(value, (str, bytes)) else None


def _fits(m: Machine, value: Value, dims: tuple[object, ...]) -> bool | None:
    """Whether nested lists have these sizes; None where that isn't known."""
    value = needed(m, value)
    if not isinstance(value, (tuple, ListRef)):
        return not dims if isinstance(value, (int, float, str)) else None
    items = _items(m, value)
    if not dims:
        return False
    if items is None or not isinstance(dims[0], int):
        return None
    if len(items) != dims[0]:
        return False
    found = [_fits(m, one, dims[1:]) for one in items]
    return False if False in found else None if None in found else True


def _items(m: Machine, value: Value) -> tuple[Value, ...] | None:
    held = iterate(m, needed(m, value))
    return None if held is None or held.open else tuple(held.items)


def is_plain(value: Value) -> bool:
    """Whether a value is a number, text or None, which no column is."""
    return value is None or isinstance(value, (bool, int, float, str))


def check_boundaries(m: Machine, by: str, given: Value, sorted_words: str) -> None:
    """Boundaries come in a list or a tuple; sorted_words: what is said where they don't."""
    if isinstance(given, (bool, int, float, str, SetRef, DictRef)) and given:
        raise refused(m, by, sorted_words)


def check_buckets_left(m: Machine, by: str, more: Value, default: Value, key: str) -> None:
    """Either buckets for what is not known, or a default."""
    more, default = needed(m, more), needed(m, default)
    if not isinstance(more, int) or not more:
        return
    if default is not None and default != -1 and isinstance(default, int):
        raise refused(m, by, f"Can't specify both num_oov_buckets and default_value in {key}.")
    if more < 0:
        raise refused(m, by, f"Invalid num_oov_buckets {more} in {key}.")


def check_hash_keys(m: Machine, by: str, given: Value) -> None:
    """Pairs of whole numbers, in lists."""
    if given is None or isinstance(given, Unknown):
        return
    items = _items(m, given) if isinstance(given, ListRef) else ()
    if items == ():
        raise refused(m, by, "hash_keys must be a non-empty list.")
    for one in (needed(m, item) for item in items or ()):
        pair = _items(m, one) if isinstance(one, ListRef) else None
        known = pair is not None and all(is_plain(needed(m, size)) for size in pair)
        wrong = is_plain(one) or isinstance(one, tuple)
        if known and pair is not None:
            wrong = len(pair) != 2 or not all(isinstance(needed(m, size), int) for size in pair)
        if wrong:
            raise refused(m, by, "Each element of hash_keys must be a pair of integers.")


def check_loads(m: Machine, by: str, loads: tuple[Value, Value]) -> None:
    """A checkpoint and what to load from it are given together."""
    if [needed(m, one) for one in loads].count(None) == 1:
        message = "Must specify both `ckpt_to_load_from` and `tensor_name_in_ckpt` or none of them."
        raise refused(m, by, message)


def check_vocabulary(m: Machine, by: str, words: Value, dtype: Value, key: str) -> None:
    """The words of a vocabulary are text or whole numbers, as its dtype says."""
    held = set(_leaves(m, words))
    if not held or None in held:
        return
    if "float" in held:
        where = f"column_name: {key} vocabulary dtype must be string or integer. dtype: "
        raise refused(m, by, f"{where}<dtype: 'float64'>.")
    asked = needed(m, dtype)
    kind = kind_of(asked)
    whole = held == {"int"}
    if kind is not None and (kind == "int") != whole:
        vocabulary = f"<dtype: '{'int64' if whole else 'string'}'>"
        message = f"dtype {shown(m, asked)} and vocabulary dtype {vocabulary} do not match, "
        raise refused(m, by, f"{message}column_name: {key}")
    check_discrete(m, by, asked, f"column_name: {key}")
