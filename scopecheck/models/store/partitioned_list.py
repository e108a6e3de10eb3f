"""``tf.create_partitioned_variables``: parts along one axis, in a scope of their own.

Source: tensorflow/python/ops/partitioned_variables.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import GLOBAL, collections_of
from scopecheck.models.messages import represented
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.requests import Request
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.store.variable_store import find_or_create
from scopecheck.models.world import scope_data
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "create_partitioned_variables"
_SIGNATURE = Signature(
    "shape, slicing, initializer, dtype=float32, trainable=True, collections=None, name=None, "
    "reuse=None"
)


def create_partitioned_variables(m: Machine, a: Arguments) -> Value:
    """The list of the parts."""
    given = _SIGNATURE.bind(m, _BY, a)
    shape, slicing = needed(m, given["shape"]), needed(m, given["slicing"])
    _check(m, shape, slicing)
    scope = {"name_or_scope": given["name"], "default_name": "PartitionedVariable"}
    context = construct(m, {**scope, "values": None, "reuse": given["reuse"]})
    _, token = open_scope(m, context.given, m.site())
    try:
        made = find_or_create(m, _request(m, given, slicing))
        held = iterate(m, made)
        return m.new_list((), True) if held is None else m.new_list(held.items, held.open)
    finally:
        close_scope(m, token)


def _check(m: Machine, shape: Value, slicing: Value) -> None:
    """One number for each dimension, and one dimension at least."""
    sizes, counts = iterate(m, shape), iterate(m, slicing)
    if sizes is None or counts is None or sizes.open or counts.open:
        return
    if len(sizes.items) != len(counts.items):
        message = (
            "The 'shape' and 'slicing' of a partitioned Variable must have the length: shape: "
            f"{represented(m, shape)}, slicing: {represented(m, slicing)}"
        )
        raise refuse_argument(m, _BY, "ValueError", message)
    if not sizes.items:
        message = "A partitioned Variable must have rank at least 1: shape: []"
        raise refuse_argument(m, _BY, "ValueError", message)


def _request(m: Machine, given: dict[str, Value], slicing: Value) -> Request:
    """Named as the scope is: there is no name of its own."""
    scope = scope_data(m)
    request = Request(scope.name, given["shape"], given["dtype"], given["initializer"], scope, _BY)
    request.trainable = given["trainable"] is not False
    request.collections = collections_of(m, given["collections"], GLOBAL)
    request.partitioner = Builtin("slicing", lambda m, a: slicing)
    request.regularizer = scope.regularizer
    request.use_resource = scope.use_resource
    return request


MODELS: dict[str, Model] = {f"tf.{_BY}": create_partitioned_variables}
