"""What the functions of a condition give: something, of one structure and of one dtype.

TensorFlow 2's own form, which functions use, takes more: nothing is said of that.

Source: tensorflow/python/ops/control_flow_ops.py, ``cond``, as TensorFlow 1 builds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.fitting import sure_dtype
from scopecheck.models.ops.operands import check_rank, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_NUMBERS = (bool, int, float)
_STRUCTURE = "The two structures don't have the same …"


def switches(m: Machine) -> bool:
    """Whether a condition is built of switches, as in TensorFlow 1."""
    return not m.world.tracing and not m.world.resource


def _speaks(m: Machine) -> bool:
    return switches(m) and not m.world.before_one and tells(m)


def check_branch(m: Machine, name: str, branch: Value) -> None:
    """A branch is given, and can be called."""
    shown = name if m.world.tensorflow == "1.15" else f"'{name}'"
    if branch is None:
        raise refuse_argument(m, "tf.cond", "TypeError", f"cond(): {shown} argument required")
    if is_callable(m, branch) is False:
        raise refuse_argument(m, "tf.cond", "TypeError", f"{shown} must be callable.")


def check_condition(m: Machine, condition: Value) -> None:
    """A condition is a single truth value."""
    condition = needed(m, condition)
    if not _speaks(m) or isinstance(condition, bool):
        return
    dtype = sure_dtype(m, condition)
    if dtype not in (None, "bool"):
        message = f"Input 'pred' of 'Switch' Op has type {dtype} that does not match expected type "
        raise refuse_argument(m, "tf.cond", "TypeError", f"{message}of bool.")
    if isinstance(condition, Tensor):
        check_rank(m, "Switch", condition.shape, 0)


def check_returned(m: Machine, name: str, result: Value) -> None:
    """Each function gives something."""
    if needed(m, result) is None and _speaks(m):
        words = "must have a return value."
        raise _refuse(m, "ValueError", f"{name} {words}", f"'{name}' {words}")


def check_alike(m: Machine, first: Value, second: Value) -> None:
    """Both functions give the same structure of tensors of the same dtypes."""
    if not _speaks(m):
        return
    if m.world.tensorflow == "1.15":
        _check_structure(m, first, second)
    _check_dtypes(m, first, second)


def _check_structure(m: Machine, first: Value, second: Value) -> None:
    kinds = _kind(first), _kind(second)
    if None in kinds:
        return
    if "leaf" in kinds:
        if kinds[0] != kinds[1]:
            raise _refuse(m, "ValueError", _STRUCTURE, _STRUCTURE)
        return
    mine, theirs = _items(m, first), _items(m, second)
    if mine is None or theirs is None:
        return
    if len(mine) != len(theirs):
        raise _refuse(m, "ValueError", _STRUCTURE, _STRUCTURE)
    if kinds[0] != kinds[1]:
        raise _refuse(m, "TypeError", _STRUCTURE, _STRUCTURE)
    for one, other in zip(mine, theirs, strict=True):
        _check_structure(m, one, other)


def _check_dtypes(m: Machine, first: Value, second: Value) -> None:
    mine, theirs = _items(m, first), _items(m, second)
    if mine is not None and theirs is not None:
        for one, other in zip(mine, theirs, strict=False):
            _check_dtypes(m, one, other)
        return
    dtypes = sure_dtype(m, first), sure_dtype(m, second)
    if None not in dtypes and dtypes[0] != dtypes[1]:
        raise _refuse(
            m,
            "ValueError",
            f"Outputs of true_fn and false_fn must have the same type: {dtypes[0]}, {dtypes[1]}",
            f"Outputs of 'true_fn' and 'false_fn' must have the same type(s). Received "
            f"{dtypes[0]} from 'true_fn' and {dtypes[1]} from 'false_fn'.",
        )


def _kind(value: Value) -> str | None:
    """``leaf``, ``tuple`` or ``list``; None for anything else."""
    if isinstance(value, Tensor):
        return None if value.several else "leaf"
    if type(value) in _NUMBERS:
        return "leaf"
    kinds = {tuple: "tuple", ListRef: "list"}
    return kinds.get(type(value))


def _items(m: Machine, value: Value) -> tuple[Value, ...] | None:
    held = iterate(m, value) if type(value) in (tuple, ListRef) else None
    if held is None or held.open:
        return None
    return tuple(needed(m, one) for one in held.items)


def _refuse(m: Machine, kind: str, old: str, new: str) -> Raised:
    return refuse_argument(m, "tf.cond", kind, old if m.world.tensorflow == "1.15" else new)
