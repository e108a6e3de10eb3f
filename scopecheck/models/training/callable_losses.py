"""A loss given as a function: it is called under a tape, which sees what is read.

Source: tensorflow/python/training/optimizer.py, ``compute_gradients``;
tensorflow/python/eager/backprop.py, ``GradientTape``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.conversions import converted
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import is_callable
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.gradients import reached_variables
from scopecheck.models.world import current
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Pairs = list[tuple[bool, VariableTensor]]


def loss_value(m: Machine, function: str, loss: Value) -> tuple[Value, bool | None]:
    """The loss itself, and whether it was given as a function; None where that isn't known."""
    loss = converted(m, needed(m, loss))
    given = is_callable(m, loss)
    if given:
        return m.call(loss), True
    if given is False and m.world.executing_eagerly:
        message = (
            "`loss` passed to Optimizer.compute_gradients should be a function when eager "
            "execution is enabled."
        )
        raise refuse_argument(m, function, "RuntimeError", message)
    return loss, given


def watched(m: Machine, loss: Value, var_list: Value) -> Pairs | None:
    """Each variable that the tape watches and whether the loss has a gradient for it.

    Without a list these are the resource variables that were read: a tape sees no others.
    None where it isn't known.
    """
    reached = reached_variables(loss)
    if reached is None:
        return None
    listed = needed(m, var_list)
    if listed is None:
        found = [one for one in reached if one.kind != "ref" and one.trainable is True]
        return [(True, one) for one in sorted(found, key=lambda one: _age(m, one))]
    held = iterate(m, listed) if not isinstance(listed, Tensor) else None
    given = (listed,) if isinstance(listed, Tensor) else held.items if held is not None else None
    if given is None or (held is not None and held.open):
        return None
    variables = [one for one in given if isinstance(one, VariableTensor) and one.kind != "ref"]
    if len(variables) < len(given):
        return None
    return [(one in reached, one) for one in variables]


def _age(m: Machine, variable: VariableTensor) -> tuple[int, int]:
    """What sorts variables by when they were made."""
    if variable.graph is not None and variable.graph < 0:
        return 0, -variable.graph
    every = current(m).collections.get(GLOBAL, ())
    return 1, every.index(variable) if variable in every else len(every)
