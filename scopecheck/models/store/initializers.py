"""What an initializer of TensorFlow's refuses as it is made, and what it keeps of its arguments.

Source: tensorflow/python/ops/init_ops.py, the ``__init__`` of each class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.fitting import COMPLEX, FLOATING, KNOWN, WHOLE, fits
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import Initializer, dtype_name, size
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, SetRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

NO_END = "no end"
"""Stands among the dtypes that don't fit: without an end no whole numbers are drawn."""
_KINDS = ("float32", "complex64", "int32", "bool", "string")
_DTYPE_AT = {
    "random_normal": 3,
    "truncated_normal": 3,
    "variance_scaling": 4,
    "orthogonal": 2,
}
"""Where the dtype stands, of those that only make numbers with a floating point."""


def kind_of(dtype: str) -> str:
    """The dtype that stands for all of its kind."""
    if dtype in FLOATING:
        return "float32"
    return "int32" if dtype in WHOLE else "complex64" if dtype in COMPLEX else dtype


def made_initializer(m: Machine, name: str, a: Arguments) -> Initializer:
    """An instance of the class that a name stands for."""
    kind = name.rsplit(".", 1)[-1].removesuffix("_initializer")
    given = a.args[0] if a.args else a.kwargs.get("value")
    own = not name.startswith("tf.keras.") and not m.world.before_one and not a.open
    unfit: frozenset[str] = frozenset()
    if own and kind in _DTYPE_AT:
        _check_floating(m, name, a.get(_DTYPE_AT[kind], "dtype"))
    if own and kind == "constant" and (a.args or "value" in a.kwargs):
        _check_constant(m, name, needed(m, given))
        unfit = _unfit(m, given)
    if own and kind == "random_uniform":
        end = a.get(1, "maxval")
        unfit = frozenset((NO_END,)) if end is None else _unfit(m, a.get(0, "minval"), end)
    return Initializer(name, given if isinstance(given, float) else None, size(m, given), unfit)


def _unfit(m: Machine, *values: Value) -> frozenset[str]:
    given = [one for one in values if one is not None]
    return frozenset(
        dtype for dtype in _KINDS if any(fits(m, one, dtype) is False for one in given)
    )


def _check_floating(m: Machine, name: str, dtype: Value) -> None:
    known = dtype_name(m, dtype) if dtype is not None else None
    if known in KNOWN and known not in FLOATING:
        message = (
            f"Argument `dtype` is expected to be floating point. Received: <dtype: '{known}'>."
        )
        if m.world.tensorflow == "1.15":
            message = f"Expected floating point type, got <dtype: '{known}'>."
        raise refuse_argument(m, name, "ValueError", message)


def _check_constant(m: Machine, name: str, value: Value) -> None:
    """A constant is a number, a text, a list or an array."""
    if value is None or isinstance(value, (Tensor, DictRef, SetRef)):
        raise refuse_argument(m, name, "TypeError", "Invalid type for initial value…")
