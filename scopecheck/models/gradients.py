"""Which variables a loss depends on through operations that have gradients."""

from __future__ import annotations

from scopecheck.models.tensors import GRADIENT_STOPS, Tensor
from scopecheck.models.variables import VariableTensor
from scopecheck.symbolic.values import Unknown, Value


def reached_variables(loss: Value) -> frozenset[VariableTensor] | None:
    """The variables with a gradient; None where the way from the loss is lost."""
    if not isinstance(loss, Tensor):
        return None
    found: set[VariableTensor] = set()
    seen: set[int] = set()
    pending: list[Value] = [loss]
    while pending:
        value = pending.pop()
        if isinstance(value, Unknown):
            return None
        if isinstance(value, (tuple, list)):
            pending.extend(value)
            continue
        if not isinstance(value, Tensor) or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, VariableTensor):
            found.add(value)
            continue
        if value.op in GRADIENT_STOPS or _whole(value):
            continue
        pending.extend(value.inputs)
    return frozenset(found)


def _whole(value: Tensor) -> bool:
    return (
        value.op == "Cast"
        and value.dtype is not None
        and value.dtype.startswith(("int", "uint", "bool"))
    )
