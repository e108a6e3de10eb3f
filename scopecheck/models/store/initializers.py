"""What an initializer of TensorFlow's refuses as it is made, and what it keeps of its arguments.

Source: tensorflow/python/ops/init_ops.py, the ``__init__`` of each class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.fitting import COMPLEX, FLOATING, KNOWN, WHOLE, fits
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import Initializer, dtype_name, size
from scopecheck.models.store.variables import VariableTensor
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
    "uniform_unit_scaling": 2,
    "variance_scaling": 4,
    "orthogonal": 2,
    "identity": 1,
    "convolutional_delta_orthogonal": 2,
    "convolutional_orthogonal_1d": 2,
    "convolutional_orthogonal_2d": 2,
    "convolutional_orthogonal_3d": 2,
}
"""Where the dtype stands, for initializers that only make floating point numbers."""
_MODES = ("fan_in", "fan_out", "fan_avg")
_DISTRIBUTIONS = ("normal", "uniform", "truncated_normal", "untruncated_normal")


def kind_of(dtype: str) -> str:
    """The dtype that stands for all of its kind."""
    if dtype in FLOATING:
        return "float32"
    return "int32" if dtype in WHOLE else "complex64" if dtype in COMPLEX else dtype


def made_initializer(m: Machine, name: str, a: Arguments) -> Initializer:
    """An instance of the class that a name stands for."""
    kind = name.rsplit(".", 1)[-1].removesuffix("_initializer")
    value = _given(m, a, 0, "value", None)
    own = not name.startswith("tf.keras.")
    unfit: frozenset[str] = frozenset()
    if own and kind == "constant":
        _check_constant(m, name, _given(m, a, 0, "value", 0))
    if own and not m.world.before_one:
        _check_arguments(m, name, kind, a)
        unfit = _not_made(m, kind, a)
    return Initializer(name, value if isinstance(value, float) else None, size(m, value), unfit)


def check_contrib(m: Machine, name: str, a: Arguments) -> None:
    """``xavier_initializer`` and ``variance_scaling_initializer`` of contrib.

    Source: tensorflow/contrib/layers/python/layers/initializers.py.
    """
    scaling = name.endswith("variance_scaling_initializer")
    dtype = dtype_name(m, _given(m, a, 4 if scaling else 2, "dtype", None))
    if dtype in KNOWN and dtype not in FLOATING:
        message = "Cannot create initializer for non-floating point type."
        raise refuse_argument(m, name, "TypeError", message)
    mode = _given(m, a, 1, "mode", "FAN_IN") if scaling else "FAN_IN"
    if isinstance(mode, str) and mode not in ("FAN_IN", "FAN_OUT", "FAN_AVG"):
        message = f"('Unknown mode %s [FAN_IN, FAN_OUT, FAN_AVG]', {mode!r})"
        raise refuse_argument(m, name, "TypeError", message)


def _given(m: Machine, a: Arguments, at: int, name: str, default: Value) -> Value:
    """An argument; where more may have been given than is seen, an unknown."""
    if at < len(a.args):
        return needed(m, a.args[at])
    if name in a.kwargs:
        return needed(m, a.kwargs[name])
    return m.unknown(name) if a.open else default


def _not_made(m: Machine, kind: str, a: Arguments) -> frozenset[str]:
    """The kinds of dtypes that an initializer's own values can't be converted to."""
    if kind == "constant":
        return _unfit(m, _given(m, a, 0, "value", 0))
    if kind == "random_uniform":
        end = _given(m, a, 1, "maxval", None)
        return frozenset((NO_END,)) if end is None else _unfit(m, a.get(0, "minval"), end)
    return frozenset()


def _unfit(m: Machine, *values: Value) -> frozenset[str]:
    given = [one for one in values if one is not None]
    return frozenset(
        dtype for dtype in _KINDS if any(fits(m, one, dtype) is False for one in given)
    )


def _check_constant(m: Machine, name: str, value: Value) -> None:
    """A constant is a number, a text, a list or an array."""
    if value is not None and not isinstance(value, (Tensor, DictRef, SetRef)):
        return
    kinds = {DictRef: "dict", SetRef: "set", type(None): "NoneType", VariableTensor: "…"}
    kind = kinds.get(type(value), "tensorflow.python.framework.ops.Tensor")
    message = f"Invalid type for initial value: <class '{kind}'> (expected Python scalar, …"
    if m.world.tensorflow != "1.15":
        message = "Invalid type for initial value=…"
    raise refuse_argument(m, name, "TypeError", message)


def _check_arguments(m: Machine, name: str, kind: str, a: Arguments) -> None:
    """A scale, a mode, a distribution that there is; a dtype with a floating point."""
    older = m.world.tensorflow == "1.15"
    if kind == "variance_scaling":
        _check_scaling(m, name, a, older)
    dtype = _given(m, a, _DTYPE_AT[kind], "dtype", None) if kind in _DTYPE_AT else None
    known = dtype_name(m, dtype) if dtype is not None else None
    if known in KNOWN and known not in FLOATING:
        message = (
            f"Argument `dtype` is expected to be floating point. Received: <dtype: '{known}'>."
        )
        if older:
            message = f"Expected floating point type, got <dtype: '{known}'>."
        raise refuse_argument(m, name, "ValueError", message)


def _check_scaling(m: Machine, name: str, a: Arguments, older: bool) -> None:
    scale, mode = _given(m, a, 0, "scale", 1.0), _given(m, a, 1, "mode", "fan_in")
    drawn = _given(m, a, 2, "distribution", "normal")
    told = None
    if isinstance(scale, (int, float)) and scale <= 0:
        told = ("`scale` must be positive float.", "Argument `scale` must be a positive float. …")
    elif isinstance(mode, str) and mode not in _MODES:
        told = (f"('Invalid `mode` argument:', {mode!r})", "Argument `mode` should be one of …")
    elif isinstance(drawn, str) and drawn.lower() not in _DISTRIBUTIONS:
        words = f"('Invalid `distribution` argument:', {drawn.lower()!r})"
        told = (words, "Argument `distribution` should be one of …")
    if told is not None:
        raise refuse_argument(m, name, "ValueError", told[0 if older else 1])
