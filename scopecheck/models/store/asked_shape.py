"""The shape and the dtype that a request asks for, read from its arguments.

Source: tensorflow/python/framework/tensor_shape.py, ``as_shape`` and ``Dimension.__init__``;
tensorflow/python/framework/dtypes.py, ``as_dtype``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.constants import number_of
from scopecheck.models.messages import shape_text
from scopecheck.models.store.initial import dtype_is_known_wrong, dtype_name
from scopecheck.models.store.initial_dtypes import no_dtype
from scopecheck.models.store.requests import Request, refuse
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, dims_of
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import ListRef, Unknown, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def read_dtype(m: Machine, request: Request) -> None:
    value = needed(m, request.dtype)
    if value is None:
        request.dtype_named = "float32"
        return
    if isinstance(value, Unknown):
        request.dtype_named = None
        return
    if dtype_is_known_wrong(m, value):
        raise refuse(m, request, Refusal.ARGUMENT, no_dtype(m, value), "TypeError")
    request.dtype_named = dtype_name(m, value)


def read_shape(m: Machine, request: Request) -> None:
    """The shape as TensorShape reads it.

    Source: tensorflow/python/framework/tensor_shape.py, ``as_shape`` and ``Dimension.__init__``.
    """
    value = needed(m, request.shape)
    if value is None:
        request.dims = None
        return
    if isinstance(value, Unknown):
        request.dims = UNSEEN
        return
    wrong = wrong_shape(m, value)
    if wrong is not None:
        raise refuse(m, request, Refusal.ARGUMENT, wrong[1], wrong[0])
    dims = dims_of(m, value)
    if isinstance(dims, tuple) and not m.world.closed:
        # A None that the program holds here may be a number by the time somebody calls it.
        dims = tuple(UNSEEN if size is None else size for size in dims)
    request.dims = dims


def wrong_shape(m: Machine, value: Value) -> tuple[str, str] | None:
    """Why a value is no shape: the exception's type and its message."""
    new = m.world.tensorflow != "1.15"
    if isinstance(value, str):
        return "TypeError", _text_shape(value)[new]
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    for one in held.items if held else (value,):
        one = needed(m, one)
        wrong = _wrong_size(m, one if isinstance(one, (float, Tensor)) else index_of(m, one))
        if wrong is not None:
            return wrong[0], wrong[1 + new]
    return None


def _text_shape(value: str) -> tuple[str, str]:
    return (
        f"A string has ambiguous TensorShape, please wrap in a list or convert to an int: {value}",
        f"Failed to convert '{value!r}' to a shape: '{value[:1]!r}'could not be converted to a "
        "dimension. A shape should either be single dimension (e.g. 10), or an iterable of "
        "dimensions (e.g. [1, 10, None]).",
    )


def _wrong_size(m: Machine, size: Value) -> tuple[str, str, str] | None:
    """Why a value is no dimension: the exception's type, and the words of both versions."""
    if isinstance(size, int) and not isinstance(size, bool) and size < 0:
        return ("ValueError", *(f"Dimension {size} must be >= 0",) * 2)
    if isinstance(size, float):
        if m.world.tensorflow == "1.15":
            return None if size.is_integer() else ("ValueError", f"Ambiguous dimension: {size}", "")
        return ("TypeError", "", _no_index(repr(size), "float"))
    if isinstance(size, str):
        if m.world.tensorflow == "1.15":
            return None if size.isdigit() else ("ValueError", _no_int(size), "")
        return ("TypeError", "", _no_index(repr(size), "str"))
    if isinstance(size, Tensor) and m.world.executing_eagerly:
        if m.world.tensorflow != "1.15" or _is_plain_size(size):
            return None
        return ("ValueError", f"Ambiguous dimension: {_eager_text(m, size)}", "")
    if isinstance(size, Tensor) and not _is_plain_size(size):
        old = "int() argument must be a string, a bytes-like object or a number, not 'Tensor'"
        return ("TypeError", old, _no_index("<tf.Tensor '…", "…SymbolicTensor"))
    return None


def _eager_text(m: Machine, size: Tensor) -> str:
    number = number_of(m, size)
    shown = number if isinstance(number, (int, float)) else "…"
    return f"tf.Tensor({shown}, shape={shape_text(m, size.shape)}, dtype={size.dtype or '…'})"


def _is_plain_size(size: Tensor) -> bool:
    return isinstance(size, VariableTensor)


def _no_int(text: str) -> str:
    return f"invalid literal for int() with base 10: {text!r}"


def _no_index(value: str, kind: str) -> str:
    return (
        f"Dimension value must be integer or None or have an __index__ method, got value '{value}' "
        f"with type '<class '{kind}'>'"
    )


def incompatible(one: Dims, other: Dims) -> bool:
    """Whether two static shapes certainly differ."""
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return False
    if len(one) != len(other):
        return True
    return any(
        isinstance(a, int) and isinstance(b, int) and a != b
        for a, b in zip(one, other, strict=True)
    )
