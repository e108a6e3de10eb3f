"""One look-up in the store: what is asked, its event and its refusal.

It holds the arguments of ``_VariableStore.get_variable`` in
tensorflow/python/ops/variable_scope.py, and the scope that they come from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.refusal import state_of, traced_shape
from scopecheck.models.tensors import UNSEEN, Dims
from scopecheck.models.world import ScopeData, current
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.values import Error, Raised, Value
from scopecheck.trace import Refusal, TensorFlowError, Variable, VariableRequested

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(slots=True)
class Request:
    """One look-up in the store: what is asked, by whom and in which scope."""

    name: str
    shape: Value
    dtype: Value
    initializer: Value
    scope: ScopeData
    by: str = "get_variable"
    purpose: str = "variable"
    trainable: bool = True
    collections: tuple[str, ...] = (GLOBAL,)
    dims: Dims = UNSEEN
    dtype_named: str | None = None
    validate_shape: bool = True
    partitioner: Value = None
    constraint: Value = None
    regularizer: Value = None
    use_resource: Value = None


def emit_request(m: Machine, request: Request, outcome: str, variable: Variable) -> None:
    """The event of a request that a variable answers."""
    m.emit(request_event(m, request, outcome, variable))


def request_event(
    m: Machine, request: Request, outcome: str, variable: Variable | None
) -> VariableRequested:
    """What a trace holds of a request."""
    return VariableRequested(
        m.site(),
        m.path(),
        naming.told(m, request.name),
        outcome,
        request.by,
        state_of(request.scope),
        traced_shape(request.dims),
        request.dtype_named,
        request.purpose,
        variable,
        name_scopes=current(m).name_scopes,
    )


def is_certain(m: Machine, refusal: Refusal) -> bool:
    """Whether an open entry's caller can't turn a refusal away.

    It may reuse in its own scope, or give a size that is None by default.
    """
    if refusal is Refusal.SHAPE_UNDEFINED:
        return not m.left_out
    return m.world.closed or m.open_entry == "callable" or refusal is not Refusal.EXISTS


def refuse(
    m: Machine,
    request: Request,
    refusal: Refusal,
    message: str,
    type_name: str = "ValueError",
    variable: Variable | None = None,
    plain: Variable | None = None,
) -> Raised:
    """The event and the exception of a refused request."""
    event = replace(
        request_event(m, request, "refused", variable),
        refusal=refusal,
        error=TensorFlowError(type_name, message),
        plain=plain,
        certain=is_certain(m, refusal),
    )
    m.emit(event)
    return Raised(Error(builtin_type(type_name), (message,), event))
