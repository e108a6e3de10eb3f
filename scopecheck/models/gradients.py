"""Which variables a loss depends on through operations that have gradients."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scopecheck.models.tensors import GRADIENT_STOPS, Tensor, placed
from scopecheck.models.variables import VariableTensor
from scopecheck.symbolic.values import GIVEN, Key, Unknown, Value, is_through

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class GradientTensor(Tensor):
    """The gradient of a loss for a variable; listed: whether the variables were chosen."""

    __slots__ = ("listed", "loss")

    def __init__(self, like: Tensor, loss: Value, shape: Tensor, listed: bool) -> None:
        super().__init__(like.key, "Gradient", like.inputs, shape.shape, shape.dtype)
        self.loss = loss
        self.listed = listed


def gradient_of(m: Machine, loss: Value, variable: Tensor, listed: bool) -> Tensor:
    """The gradient of a loss for one variable (or other tensor)."""
    made = Tensor(m.unknown().key, "Gradient", (loss,) if loss is not None else ())
    made = GradientTensor(made, loss, variable, listed)
    return placed(m, made)


def differentiated(gradients: Iterable[Value]) -> tuple[Value, bool]:
    """The loss that gradients, perhaps clipped or averaged, are of; whether some were listed.

    Several losses, those of towers, are taken together.
    """
    losses: dict[Value, None] = {}
    listed = False
    seen: set[Value] = set()
    pending = list(gradients)
    while pending:
        value = pending.pop()
        if not isinstance(value, Tensor) or value in seen:
            continue
        seen.add(value)
        if isinstance(value, GradientTensor):
            losses[value.loss] = None
            listed = listed or value.listed
            continue
        pending.extend(value.inputs)
    if len(losses) == 1:
        return next(iter(losses)), listed
    return (Tensor(("losses", *losses), "AddN", tuple(losses)) if losses else None), listed


_DERIVED = frozenset(("+", "-", "*", "/", "//", "%", "**", ".", "[]", "item"))


def holds_no_variable(key: Any) -> bool:
    """Whether an unknown comes from the entry's first arguments alone.

    They were there before the first variable of the entry was made.
    """
    if not isinstance(key, Key):
        return True
    if key[0] == GIVEN:
        return True
    return key[0] in _DERIVED and all(holds_no_variable(part) for part in key.parts[1:])


def is_data(value: Unknown) -> bool:
    """Whether an unknown comes from a library that builds no graphs, and from no tensor."""
    return value.tame and not is_through(value.key)


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
            if holds_no_variable(value.key) or value.kind or is_data(value):
                continue
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
        if stops_gradient(value):
            continue
        pending.extend(value.inputs)
    return frozenset(found)


def stops_gradient(value: Tensor) -> bool:
    """Whether no gradient flows from an operation's output to its inputs."""
    return not value.overridden and (value.op in GRADIENT_STOPS or _whole(value))


def _whole(value: Tensor) -> bool:
    return (
        value.op == "Cast"
        and value.dtype is not None
        and value.dtype.startswith(("int", "uint", "bool"))
    )
