"""Nested lists that make no tensor: their rows differ in length, or arrays are among them.

TensorFlow reads a list's shape from its first items, which have to be lists as well, and
holds it against that of the array that numpy makes of the whole.

Source: tensorflow/python/framework/tensor_util.py, ``make_tensor_proto``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import Dimension, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Text, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

MOST_ITEMS = 256
RAGGED = "ragged"
Sizes: TypeAlias = "tuple[int, ...] | str | None"
"""A shape; RAGGED where rows differ; None where it isn't known."""


def check_dense(m: Machine, op: str, value: Value) -> None:
    """Refuses a list that numpy makes another array of than its first items promise."""
    if m.world.before_one or not tells(m) or not isinstance(value, (tuple, ListRef)):
        return
    sizes = _sizes(m, value)
    if sizes is None:
        return
    first = _first_sizes(m, value)
    old = m.world.tensorflow == "1.15"
    if sizes == RAGGED:
        if not old:
            message = "setting an array element with a sequence. …"
            raise refuse_argument(m, op, "ValueError", message)
        if len(first) < 2:
            message = "Failed to convert object of type <class '…'> to Tensor. Contents: …"
            raise refuse_argument(m, op, "TypeError", message)
    if sizes != first:
        shown = [len(first)] if sizes == RAGGED else list(sizes)
        message = f"Argument must be a dense tensor: … - got shape …, but wanted {list(first)}."
        if not old:
            message = f"Expected values … to be a dense tensor with shape {list(first)}, but got "
            message += f"shape {shown}."
        raise refuse_argument(m, op, "ValueError", message)


def _sizes(m: Machine, value: Value) -> Sizes:
    """The shape of numpy's array of a value."""
    value = needed(m, value)
    if isinstance(value, (bool, int, float, complex)):
        return ()
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open or len(held.items) > MOST_ITEMS:
            return None
        rows = {_sizes(m, one) for one in held.items}
        if None in rows or not rows:
            return None if rows else (0,)
        row = rows.pop()
        if rows or row is None or isinstance(row, str):
            return RAGGED
        return (len(held.items), *row)
    dims = getattr(value, "dims", None) if _is_array(value) else None
    return dims if isinstance(dims, tuple) and all(isinstance(one, int) for one in dims) else None


def _first_sizes(m: Machine, value: Value) -> tuple[int, ...]:
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    if held is None:
        return ()
    return (len(held.items), *(_first_sizes(m, held.items[0]) if held.items else ()))


def _is_array(value: Value) -> bool:
    from scopecheck.models.numpy.array import Array

    return isinstance(value, Array)


def holds_array(m: Machine, value: Value) -> bool:
    """Whether an item of a list is an array."""
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    return held is not None and any(
        _is_array(needed(m, one)) or holds_array(m, one) for one in held.items[:MOST_ITEMS]
    )


def check_constant(m: Machine, value: Value, dtype: Value) -> None:
    """Refuses tensors, and sizes of a static shape, where ``tf.constant`` wants numbers."""
    if m.world.before_one or not tells(m):
        return
    value = needed(m, value)
    wrong = _leaves(m, value)
    if any(isinstance(one, Tensor) for one in wrong):
        message = "List of Tensors when single Tensor expected"
        if m.world.tensorflow != "1.15":
            message = "Expected any non-tensor type, but got a tensor instead."
        raise refuse_argument(m, "Const", "TypeError", message if dtype is None else "Expected …")
    if dtype is None and any(isinstance(one, Dimension) for one in wrong):
        what = "object of type <class '…'>" if m.world.tensorflow == "1.15" else "elements of …"
        raise refuse_argument(m, "Const", "TypeError", f"Failed to convert {what} to Tensor. …")


def _leaves(m: Machine, value: Value) -> list[Value]:
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    if held is None:
        return [] if isinstance(value, (str, Text)) else [value]
    return [leaf for one in held.items[:MOST_ITEMS] for leaf in _leaves(m, one)]
