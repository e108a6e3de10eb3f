"""What ``tf.cond`` refuses of its condition and of what its branches return.

TensorFlow 2's own form, which functions use, takes more: nothing is said of that.

Source: tensorflow/python/ops/control_flow_ops.py, ``cond``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.fitting import sure_dtype
from scopecheck.models.ops.operands import check_rank, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def switches(m: Machine) -> bool:
    """Whether a condition is built of switches, as in TensorFlow 1."""
    return not m.world.tracing and not m.world.resource


def _speaks(m: Machine) -> bool:
    return switches(m) and not m.world.before_one and tells(m)


def _refuse(m: Machine, kind: str, old: str, new: str) -> Raised:
    return refuse_argument(m, "tf.cond", kind, old if m.world.tensorflow == "1.15" else new)


def check_condition(m: Machine, condition: Value) -> None:
    """Refuses a condition that is no single truth value."""
    condition = needed(m, condition)
    if not _speaks(m) or isinstance(condition, bool):
        return
    dtype = sure_dtype(m, condition)
    if dtype not in (None, "bool"):
        message = f"Input 'pred' of 'Switch' Op has type {dtype} that does not match expected type "
        raise refuse_argument(m, "tf.cond", "TypeError", f"{message}of bool.")
    if isinstance(condition, Tensor):
        check_rank(m, "Switch", condition.shape, 0)


def check_returned(m: Machine, name: str, output: Value) -> None:
    """Refuses a branch that returns nothing."""
    if needed(m, output) is None and _speaks(m):
        words = "must have a return value."
        raise _refuse(m, "ValueError", f"{name} {words}", f"'{name}' {words}")


def check_alike(m: Machine, one: Value, other: Value) -> None:
    """Refuses branches whose results differ in their dtypes."""
    mine, theirs = _items(m, one), _items(m, other)
    if not _speaks(m) or mine is None or theirs is None or len(mine) != len(theirs):
        return
    for first, second in zip(mine, theirs, strict=True):
        kinds = sure_dtype(m, first), sure_dtype(m, second)
        if None not in kinds and kinds[0] != kinds[1]:
            raise _refuse(
                m,
                "ValueError",
                f"Outputs of true_fn and false_fn must have the same type: {kinds[0]}, {kinds[1]}",
                f"Outputs of 'true_fn' and 'false_fn' must have the same type(s). Received "
                f"{kinds[0]} from 'true_fn' and {kinds[1]} from 'false_fn'.",
            )


def _items(m: Machine, output: Value) -> tuple[Value, ...] | None:
    output = needed(m, output)
    if not isinstance(output, (tuple, ListRef)):
        return (output,)
    held = iterate(m, output)
    return None if held is None or held.open else held.items
