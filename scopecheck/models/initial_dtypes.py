"""Initial values that can't be made of the dtype asked for.

Source: tensorflow/python/framework/ops.py, ``convert_to_tensor``, and tensor_util.py,
``_AssertCompatible``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.initial import dtype_is_known_wrong, dtype_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import FLOATS, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def check_initial_dtype(m: Machine, initial: Value, asked: Value) -> None:
    """``tf.Variable(initial, dtype=asked)``: a tensor keeps its dtype, a float is no integer."""
    asked = needed(m, asked)
    if asked is None:
        return
    if dtype_is_known_wrong(m, asked):
        raise refuse_argument(m, "Variable", "TypeError", no_dtype(m, asked))
    dtype, initial = dtype_name(m, asked), needed(m, initial)
    if dtype is None:
        return
    if type(initial) is Tensor and initial.dtype not in (None, dtype):
        head = "" if m.world.tensorflow == "1.15" else "initial_value: "
        message = (
            f"{head}Tensor conversion requested dtype {dtype} for Tensor with dtype "
            f"{initial.dtype}: …"
        )
        raise refuse_argument(m, "Variable", "ValueError", message)
    held = iterate(m, initial) if isinstance(initial, (tuple, ListRef)) else None
    for one in held.items if held else (initial,):
        if isinstance(one, float) and dtype not in FLOATS and not dtype.startswith("complex"):
            raise refuse_argument(m, "Variable", "TypeError", expected(m, dtype, one))


def no_dtype(m: Machine, value: Value) -> str:
    """What TensorFlow says of a value that is no dtype."""
    if m.world.tensorflow == "1.15":
        return f"Cannot convert value {value!r} to a TensorFlow DType."
    return f"Cannot convert the argument `type_value`: {value!r} to a TensorFlow DType."


def expected(m: Machine, dtype: str, value: float) -> str:
    """What TensorFlow says of a number that is not of a dtype."""
    shown = f"{value} of type '{type(value).__name__}'"
    if m.world.tensorflow == "1.15":
        return f"Expected {dtype}, got {shown} instead."
    return f"Expected {dtype}, but got {shown}."
