"""What a value becomes as a tensor, and whether it can become one of a given dtype.

Only what is certain counts: where the analysis doesn't know a dtype, nothing is refused.

Source: tensorflow/python/framework: tensor_util.py (``_FilterInt`` and its like), ops.py
(``convert_to_tensor``) and op_def_library.py; the dtypes that operations take are those of
tensorflow/core/ops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.numpy.numbers import NumpyFloat, NumpyInt
from scopecheck.models.ops.arguments import dtype_of
from scopecheck.models.tensors import Dimension, Shape, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Text, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

MOST_ITEMS = 256
FLOATING = frozenset(("float16", "bfloat16", "float32", "float64"))
COMPLEX = frozenset(("complex64", "complex128"))
WIDE = frozenset(("int32", "int64"))
NARROW = frozenset(("int8", "uint8", "int16", "uint16", "uint32", "uint64"))
SIGNED = frozenset(("int8", "int16"))
WHOLE = WIDE | NARROW
KNOWN = FLOATING | COMPLEX | WHOLE | {"bool", "string"}
"""The dtypes that are told apart here; of any other nothing is said."""

_NUMBERS = WHOLE | FLOATING | COMPLEX
_KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "any": (KNOWN, KNOWN),
    "bool": (frozenset(("bool",)), frozenset(("bool",))),
    "whole": (WHOLE, WHOLE),
    "number": (_NUMBERS, _NUMBERS),
    "sum": (_NUMBERS | {"string"}, _NUMBERS | {"string"}),
    "ordered": (WHOLE | FLOATING, WHOLE | FLOATING),
    "place": (_NUMBERS, WHOLE | FLOATING | {"bool"}),
    "wide": (WIDE | FLOATING, WHOLE | FLOATING),
    "square": (WIDE | FLOATING | COMPLEX, _NUMBERS),
    "difference": (WIDE | FLOATING | COMPLEX, WIDE | FLOATING | COMPLEX),
    "matrix": (WIDE | FLOATING | COMPLEX, _NUMBERS - SIGNED),
    "magnitude": (WIDE | SIGNED | FLOATING, WIDE | SIGNED | FLOATING),
    "signed": (WIDE | FLOATING | COMPLEX, WIDE | SIGNED | FLOATING | COMPLEX),
    "inverted": (frozenset(("bool",)), WHOLE | {"bool"}),
    "smooth": (FLOATING | COMPLEX, FLOATING | COMPLEX),
    "float": (FLOATING, FLOATING),
    "convolved": (FLOATING, FLOATING | {"int32"}),
    "sizes": (WIDE, WIDE),
    "int32": (frozenset(("int32",)), frozenset(("int32",))),
    "index": (WIDE, WIDE | {"int16"}),
    "code": (WIDE | {"uint8"}, WIDE | {"uint8", "int8"}),
}
"""What operations take, in 1.15 and in 2.21."""


def takes_dtype(m: Machine, kind: str, dtype: str) -> bool:
    """Whether an operation of a kind takes a dtype."""
    old, new = _KINDS[kind]
    return dtype not in KNOWN or dtype in (old if m.world.tensorflow == "1.15" else new)


def sure_dtype(m: Machine, value: Value) -> str | None:
    """The dtype that a value has as a tensor, where that is certain; else None."""
    value = needed(m, value)
    if isinstance(value, Tensor):
        return _of_tensor(value)
    if isinstance(value, (tuple, ListRef)):
        return dtype_of(m, value) if _is_plain(m, value) else None
    if isinstance(value, (bool, int, float, str, bytes, Text, Dimension, Shape)):
        return dtype_of(m, value)
    return dtype_of(m, value) if _is_array(value) else None


def _of_tensor(tensor: Tensor) -> str | None:
    from scopecheck.models.keras.units import KerasTensor

    return None if tensor.several or isinstance(tensor, KerasTensor) else tensor.dtype


def _is_array(value: Value) -> bool:
    from scopecheck.models.numpy.array import Array

    return isinstance(value, Array)


def _is_plain(m: Machine, value: Value) -> bool:
    """Whether a list holds numbers and texts only."""
    held = iterate(m, value)
    if held is None or held.open or not held.items or len(held.items) > MOST_ITEMS:
        return False
    items = [needed(m, one) for one in held.items]
    return all(
        _is_plain(m, one)
        if isinstance(one, (tuple, ListRef))
        else isinstance(one, (bool, int, float, str, bytes, Text))
        for one in items
    )


def fits(m: Machine, value: Value, dtype: str, *, listed: bool = False) -> bool | None:
    """Whether a value becomes a tensor of a dtype; None where that isn't known.

    Arrays and single numbers of numpy are cast, but not where they are items of a list.
    """
    value = needed(m, value)
    if dtype not in KNOWN:
        return None
    if isinstance(value, Tensor):
        own = _of_tensor(value)
        return None if own is None or listed else own == dtype
    if isinstance(value, (str, bytes, Text)):
        return dtype == "string"
    if isinstance(value, (NumpyInt, NumpyFloat)) and not listed:
        return None if dtype == "string" else True
    if isinstance(value, bool):
        return dtype != "string"
    if isinstance(value, int):
        return dtype not in ("bool", "string")
    if isinstance(value, float):
        return dtype in FLOATING or dtype in COMPLEX
    if isinstance(value, complex):
        return dtype in COMPLEX
    if isinstance(value, (Dimension, Shape)):
        return dtype in WIDE if not listed and _is_known(value) else None
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open:
            return None
        answers = {fits(m, one, dtype, listed=True) for one in held.items[:MOST_ITEMS]}
        if any(isinstance(needed(m, one), Tensor) for one in held.items[:MOST_ITEMS]):
            return None
        return False if False in answers else None if None in answers else True
    if _is_array(value) and not listed:
        return None if dtype == "string" or getattr(value, "dtype", None) == "string" else True
    return None


def _is_known(value: Dimension | Shape) -> bool:
    if isinstance(value, Dimension):
        return isinstance(value.size, int)
    return isinstance(value.dims, tuple) and all(isinstance(one, int) for one in value.dims)
