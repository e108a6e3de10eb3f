"""What can be assigned to a variable: a value of its dtype, and of a shape that fits it.

Source: tensorflow/python/ops/state_ops.py and resource_variable_ops.py; core/ops/state_ops.cc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import shape_of
from scopecheck.models.ops.dtypes_refused import check_converted, check_second
from scopecheck.models.ops.fitting import sure_dtype
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def check_assigned(
    m: Machine, op: str, variable: Value, value: Value, *, any_shape: bool = False
) -> None:
    """Refuses a value of another dtype or shape than the variable's."""
    if not tells(m) or m.world.before_one:
        return
    kind = getattr(variable, "kind", None)
    dtype = sure_dtype(m, variable)
    if kind == "ref" and dtype is not None:
        check_second(m, op, dtype, value, ("ref", "value"))
    else:
        check_converted(m, op, value, dtype)
    if isinstance(variable, Tensor) and kind in ("ref", "resource") and not any_shape:
        _check_shape(m, op, variable, kind, needed(m, value))


def _check_shape(m: Machine, op: str, variable: Tensor, kind: str, value: Value) -> None:
    mine, given = variable.shape, shape_of(m, value)
    if not incompatible(mine, given):
        return
    shown = f"Shapes {shape_text(m, mine)} and {shape_text(m, given)} are incompatible"
    if kind == "ref" or op != "Assign":
        same = isinstance(mine, tuple) and isinstance(given, tuple) and len(mine) == len(given)
        shown = "Dimension …" if same else "Shapes must be equal rank, but are …"
    elif m.world.tensorflow != "1.15":
        shown = "Cannot assign value to variable …"
    raise refuse_argument(m, op, "ValueError", shown)
