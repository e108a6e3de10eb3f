"""Which variables a loss depends on through operations that have gradients."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import GRADIENT_STOPS, STATISTICS_READ, Tensor, placed
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
    made = Tensor(m.identity(), "Gradient", (loss,) if loss is not None else ())
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


DIFFERENTIABLE = ("float", "bfloat", "half", "double", "complex", "resource", "variant")
UNREGISTERED = frozenset(
    "ResizeArea AdjustHue AdjustSaturation AdjustContrastv2 RandomShuffle Unique".split()
)
"""Operations that have no gradient and aren't declared to have none: asking is a LookupError."""
_DERIVED = frozenset(
    ("+", "-", "*", "/", "//", "%", "**", ".", "[]", "item", "max", "min", "abs", "round")
)


def holds_no_variable(key: Any) -> bool:
    """Whether an unknown comes from the entry's first arguments and from flags alone.

    The arguments were there before the first variable of the entry was made.
    """
    if not isinstance(key, Key) or key[0] in (GIVEN, "flag"):
        return True
    return key[0] in _DERIVED and all(holds_no_variable(part) for part in key.parts[1:])


def is_data(value: Unknown) -> bool:
    """Whether an unknown comes from a library that builds no graphs, and from no tensor."""
    return value.tame and not is_through(value.key)


def reached_variables(loss: Value) -> frozenset[VariableTensor] | None:
    """The variables with a gradient; None where the way from the loss is lost."""
    found = reached(loss)
    if found is None:
        return None
    return frozenset(one for one in found if isinstance(one, VariableTensor))


def reached(loss: Value) -> frozenset[Tensor] | None:
    """All tensors that a gradient gets to from the loss; None where the way is lost."""
    found, lost = followed(loss)
    return None if lost else found


def followed(loss: Value) -> tuple[frozenset[Tensor], bool]:
    """The tensors that a gradient is known to get to, and whether there may be others."""
    if not isinstance(loss, Tensor):
        return frozenset(), True
    lost = False
    found: set[Tensor] = set()
    seen: set[int] = set()
    pending: list[Value] = [loss]
    while pending:
        value = pending.pop()
        if isinstance(value, Unknown):
            lost = lost or not (holds_no_variable(value.key) or value.kind or is_data(value))
            continue
        if isinstance(value, (tuple, list)):
            pending.extend(value)
            continue
        if not isinstance(value, Tensor) or id(value) in seen:
            continue
        seen.add(id(value))
        if not _differs(value):
            continue
        found.add(value)
        if isinstance(value, VariableTensor) or stops_gradient(value):
            continue
        if value.op in UNREGISTERED:
            lost = lost or any(reached_variables(one) != frozenset() for one in value.inputs)
            continue
        pending.extend(value.inputs[:-2] if value.op == STATISTICS_READ else value.inputs)
    return frozenset(found), lost


def check_registered(m: Machine, loss: Value, targets: Iterable[Value]) -> None:
    """LookupError where the way to one of the targets leads over an unregistered operation."""
    wanted = {one for one in targets if isinstance(one, Tensor)}
    seen: set[int] = set()
    pending: list[Value] = [loss]
    while pending:
        value = pending.pop()
        if isinstance(value, (tuple, list)):
            pending.extend(value)
        if not isinstance(value, Tensor) or id(value) in seen or stops_gradient(value):
            continue
        seen.add(id(value))
        if value.op in UNREGISTERED and not value.overridden:
            before = [reached(one) for one in value.inputs]
            if any(found is not None and wanted & found for found in before):
                name = "…" if value.name is None else naming.shown(value.name)
                message = f"No gradient defined for operation '{name}' (op type: {value.op})"
                raise m.fail("LookupError", message)
            continue
        pending.extend(value.inputs)


def stops_gradient(value: Tensor) -> bool:
    """Whether no gradient flows from an operation's output to its inputs."""
    return not value.overridden and (value.op in GRADIENT_STOPS or not _differs(value))


def _differs(value: Tensor) -> bool:
    """Whether a tensor's type has derivatives: floating point, complex, a variable's handle.

    Source: tensorflow/python/ops/gradients_util.py, ``_IsBackpropagatable``.
    """
    return value.dtype is None or value.dtype.startswith(DIFFERENTIABLE)
