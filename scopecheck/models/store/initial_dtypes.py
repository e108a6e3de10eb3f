"""Initial values that can't be made of the dtype asked for.

Source: tensorflow/python/framework/ops.py, ``convert_to_tensor``, and tensor_util.py,
``_AssertCompatible``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scopecheck.models.messages import represented, type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import dtype_is_known_wrong, dtype_name
from scopecheck.models.tensors import FLOATS, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.native import native_type
from scopecheck.symbolic.values import DictRef, Function, ListRef, SetRef, Text, Value

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
    if not isinstance(initial, Tensor):
        from scopecheck.models.ops.dtypes_refused import check_converted

        check_converted(m, "Variable", initial, dtype)


def check_convertible(m: Machine, initial: Value, function: str) -> None:
    """Dicts, sets, None among values and texts among numbers make no tensor."""
    value = needed(m, initial)
    if not isinstance(value, (DictRef, SetRef, Function)) and not _is_mixed(m, value):
        return
    shown = represented(m, value)
    kind = type_name(value) or "set"
    if m.world.tensorflow == "1.15":
        message = f"Failed to convert object of type <class '{kind}'> to Tensor. Contents: {shown}."
        message += " Consider casting elements to a supported type."
    else:
        message = (
            f"Failed to convert elements of {shown} to Tensor. Consider casting elements to a "
            "supported type. See https://www.tensorflow.org/api_docs/python/tf/dtypes for "
            "supported TF dtypes."
        )
    raise refuse_argument(m, function, "TypeError", message)


def _is_mixed(m: Machine, value: Value) -> bool:
    kinds = set(_leaves(m, value)) if isinstance(value, (tuple, ListRef)) else set()
    return "other" not in kinds and ("none" in kinds or kinds == {"text", "number"})


def _leaves(m: Machine, value: Value) -> Iterator[str]:
    """The kinds of what nested lists hold."""
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    if held is not None and not held.open:
        for one in held.items:
            yield from _leaves(m, one)
    elif value is None:
        yield "none"
    elif isinstance(value, (str, bytes, Text)):
        yield "text"
    else:
        yield "number" if isinstance(value, (bool, int, float, complex)) else "other"


def no_dtype(m: Machine, value: Value) -> str:
    """What TensorFlow says of a value that is no dtype."""
    kind = native_type(value)
    if m.world.tensorflow == "1.15":
        if kind in (list, dict, set):
            return f"unhashable type: '{kind.__name__}'"
        return f"Cannot convert value {value!r} to a TensorFlow DType."
    shown = represented(m, value) if kind in (list, dict, set) else repr(value)
    return f"Cannot convert the argument `type_value`: {shown} to a TensorFlow DType."


_IN_PROTOCOL = {"float16": "half", "float32": "float", "float64": "double"}


def expected(m: Machine, dtype: str, value: float) -> str:
    """What TensorFlow says of a number that is not of a dtype."""
    if m.world.executing_eagerly:
        return f"Cannot convert {value} to EagerTensor of dtype {_IN_PROTOCOL.get(dtype, dtype)}"
    shown = f"{value} of type '{type(value).__name__}'"
    if m.world.tensorflow == "1.15":
        return f"Expected {dtype}, got {shown} instead."
    return f"Expected {dtype}, but got {shown}."
