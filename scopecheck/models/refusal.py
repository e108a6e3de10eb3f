"""Errors that TensorFlow raises, as events of the trace and exceptions on the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.tensors import UNSEEN, Dims
from scopecheck.models.world import ScopeData
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.values import Error, Raised
from scopecheck.trace import ArgumentRefused, ScopeState, Shape, TensorFlowError

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def refuse_argument(
    m: Machine, function: str, type_name: str, message: str, name: str | None = None
) -> Raised:
    """Arguments that a call does not take: the event, and the exception to raise."""
    message = naming.shown(message)
    event = ArgumentRefused(
        m.site(),
        m.path(),
        function,
        TensorFlowError(type_name, message),
        naming.shown(name) if name is not None else None,
    )
    m.emit(event)
    return Raised(Error(builtin_type(type_name), (message,), event))


def state_of(scope: ScopeData) -> ScopeState:
    """A scope as an event sees it."""
    return ScopeState(naming.shown(scope.name), scope.reuse, scope.source)


def traced_shape(dims: Dims) -> Shape:
    """A shape for the trace, where an unseen size is None like an unknown one."""
    if isinstance(dims, tuple):
        return tuple(d if isinstance(d, int) else None for d in dims)
    return None


__all__ = ["UNSEEN", "refuse_argument", "state_of", "traced_shape"]
