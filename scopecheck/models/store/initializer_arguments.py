"""What the constructors of TensorFlow's own initializers refuse.

Source: tensorflow/python/ops/init_ops.py; tensorflow/contrib/layers/python/layers/initializers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import FLOATS, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

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


def check_made(m: Machine, name: str, a: Arguments) -> None:
    """Refuses what the initializer called so can't be made with."""
    if name.startswith("tf.keras."):
        return
    kind = name.rsplit(".", 1)[-1].removesuffix("_initializer")
    if kind == "constant":
        _check_constant(m, name, _given(m, a, 0, "value", 0))
    if m.world.tensorflow != "1.15" or m.world.before_one:
        return
    if kind == "variance_scaling":
        _check_scaling(m, name, a)
    dtype = _given(m, a, _DTYPE_AT[kind], "dtype", None) if kind in _DTYPE_AT else None
    made = dtype_name(m, dtype) if isinstance(dtype, (DType, str)) else None
    if made is not None and made not in FLOATS:
        message = f"Expected floating point type, got <dtype: '{made}'>."
        raise refuse_argument(m, name, "ValueError", message)


def check_contrib(m: Machine, name: str, a: Arguments) -> None:
    """``xavier_initializer`` and ``variance_scaling_initializer`` of contrib."""
    scaling = name.endswith("variance_scaling_initializer")
    dtype = dtype_name(m, _given(m, a, 4 if scaling else 2, "dtype", None))
    if dtype is not None and dtype not in FLOATS:
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


def _check_constant(m: Machine, name: str, value: Value) -> None:
    if value is not None and not isinstance(value, (Tensor, DictRef)):
        return
    kinds = {DictRef: "dict", type(None): "NoneType", VariableTensor: "…"}
    kind = kinds.get(type(value), "tensorflow.python.framework.ops.Tensor")
    message = f"Invalid type for initial value: <class '{kind}'> (expected Python scalar, …"
    if m.world.tensorflow != "1.15":
        message = "Invalid type for initial value=…"
    raise refuse_argument(m, name, "TypeError", message)


def _check_scaling(m: Machine, name: str, a: Arguments) -> None:
    scale, mode = _given(m, a, 0, "scale", 1.0), _given(m, a, 1, "mode", "fan_in")
    drawn = _given(m, a, 2, "distribution", "normal")
    message = None
    if isinstance(scale, (int, float)) and scale <= 0:
        message = "`scale` must be positive float."
    elif isinstance(mode, str) and mode not in _MODES:
        message = f"('Invalid `mode` argument:', {mode!r})"
    elif isinstance(drawn, str) and drawn.lower() not in _DISTRIBUTIONS:
        message = f"('Invalid `distribution` argument:', {drawn.lower()!r})"
    if message is not None:
        raise refuse_argument(m, name, "ValueError", message)
