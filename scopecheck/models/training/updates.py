"""Batch normalisation: what a call reads, and the operations that move its statistics.

Source: tensorflow/python/layers/normalization.py, ``BatchNormalization.call``;
tensorflow/contrib/layers/python/layers/layers.py, ``batch_norm``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import add_to_collections
from scopecheck.models.messages import tensor_class
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.training.minimized import updates_made
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def check_assignable(m: Machine, by: str, statistics: list[Value]) -> None:
    """What a custom getter computed from a variable can't be assigned to."""
    computed = [
        isinstance(one, Tensor) and not isinstance(one, VariableTensor) for one in statistics
    ]
    if any(computed) and not m.world.executing_eagerly:
        message = f"'{tensor_class(m)}' object has no attribute 'assign_sub'"
        raise refuse_argument(m, by, "AttributeError", message)


def normalized(
    m: Machine,
    by: str,
    inputs: Tensor,
    variables: tuple[Value, ...],
    parameters: int,
    training: Value,
    collection: Value,
    name: str,
) -> tuple[Value, ...]:
    """The variables that a call reads; in training it also makes the updates.

    The statistics are the variables after the parameters, of which there are so many. training:
    False and None read them, True does not, a tensor decides when it runs. collection: where the
    updates go; None applies them in place, and then nobody has to run them. name: the first
    update's.
    """
    training = needed(m, training)
    on = training not in (None, False, 0)
    statistics = list(variables[parameters:])
    if on:
        check_assignable(m, by, statistics[:2])
        updates = tuple(operation(m, "AssignMovingAvg", (one, inputs)) for one in statistics[:2])
        for number, one in enumerate(updates):
            one.name = f"{name}_{number}" if number else name
        if isinstance(collection, str):
            for one in updates:
                add_to_collections(m, (collection,), one)
        where = "" if isinstance(collection, Unknown) else None
        where = collection if isinstance(collection, str) else where
        updates_made(m, by, updates, statistics, inputs, where)
    if training is True or training == 1:
        return variables[:parameters]
    return variables
