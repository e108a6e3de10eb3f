"""What the functions of a condition give: something, of one structure and of one dtype.

Source: tensorflow/python/ops/control_flow_ops.py, ``cond``, as TensorFlow 1 builds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.operands import check_rank, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_NUMBERS = {bool: "bool", int: "int32", float: "float32"}
_STRUCTURE = "The two structures don't have the same …"


def applies(m: Machine) -> bool:
    """Whether a condition is built of switches here, and what it is given can be told."""
    return tells(m) and m.world.tensorflow == "1.15" and not m.world.tracing


def check_branch(m: Machine, name: str, branch: Value) -> None:
    """A branch is given, and can be called."""
    shown = name if m.world.tensorflow == "1.15" else f"'{name}'"
    if branch is None:
        raise refuse_argument(m, "tf.cond", "TypeError", f"cond(): {shown} argument required")
    if is_callable(m, branch) is False:
        raise refuse_argument(m, "tf.cond", "TypeError", f"{shown} must be callable.")


def check_condition(m: Machine, value: Value) -> None:
    """A condition is a scalar."""
    value = needed(m, value)
    if isinstance(value, Tensor) and applies(m):
        check_rank(m, "Switch", value.shape, 0)


def check_returned(m: Machine, name: str, result: Value) -> None:
    """Each function gives something."""
    if result is None and applies(m):
        raise _refuse(m, "ValueError", f"{name} must have a return value.")


def check_alike(m: Machine, first: Value, second: Value) -> None:
    """Both functions give the same structure of tensors of the same dtypes."""
    if applies(m):
        _check_structure(m, first, second)
        _check_dtypes(m, first, second)


def _check_structure(m: Machine, first: Value, second: Value) -> None:
    kinds = _kind(first), _kind(second)
    if None in kinds:
        return
    if "leaf" in kinds:
        if kinds[0] != kinds[1]:
            raise _refuse(m, "ValueError", _STRUCTURE)
        return
    mine, theirs = _items(m, first), _items(m, second)
    if mine is None or theirs is None:
        return
    if len(mine) != len(theirs):
        raise _refuse(m, "ValueError", _STRUCTURE)
    if kinds[0] != kinds[1]:
        raise _refuse(m, "TypeError", _STRUCTURE)
    for one, other in zip(mine, theirs, strict=True):
        _check_structure(m, one, other)


def _check_dtypes(m: Machine, first: Value, second: Value) -> None:
    mine, theirs = _items(m, first), _items(m, second)
    if mine is not None and theirs is not None:
        for one, other in zip(mine, theirs, strict=False):
            _check_dtypes(m, one, other)
        return
    dtypes = _dtype(first), _dtype(second)
    if None not in dtypes and dtypes[0] != dtypes[1]:
        message = "Outputs of true_fn and false_fn must have the same type: "
        raise _refuse(m, "ValueError", f"{message}{dtypes[0]}, {dtypes[1]}")


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


def _dtype(value: Value) -> str | None:
    if isinstance(value, Tensor):
        return None if value.several else value.dtype
    return _NUMBERS.get(type(value))


def _refuse(m: Machine, kind: str, message: str) -> Raised:
    return refuse_argument(m, "tf.cond", kind, message)
