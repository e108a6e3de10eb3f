"""Custom getters: the program's function between the scope and the store.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore.get_variable`` and its
``_true_getter``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back, unconverted
from scopecheck.models.graph_collections import GLOBAL, collections_of
from scopecheck.models.store.requests import Request
from scopecheck.models.store.reuse_modes import AUTO_REUSE, asked_reuse
from scopecheck.models.store.variable_store import find_or_create
from scopecheck.models.tensors import DType
from scopecheck.models.world import ScopeData
from scopecheck.symbolic.values import Builtin, Extern, Value
from scopecheck.trace import Reuse, ReuseSource

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def call_custom_getter(m: Machine, request: Request, getter: Value) -> Value:
    """Calls the custom getter; its ``getter`` argument goes straight to the store."""

    def true_getter(m: Machine, a: Arguments) -> Value:
        names = [
            "name",
            "shape",
            "dtype",
            "initializer",
            "regularizer",
            "reuse",
            "trainable",
            "collections",
        ]
        given = dict(zip(names, a.args, strict=False))
        given.update(a.kwargs)
        inner = replace(request)
        name = naming.encode(m, given["name"]) if "name" in given else None
        if name is not None:
            inner.name = name
        for key in ("shape", "dtype", "initializer", "partitioner", "regularizer"):
            if key in given:
                setattr(inner, key, given[key])
        if isinstance(given.get("trainable"), bool):
            inner.trainable = given["trainable"]
        if "collections" in given:
            inner.collections = collections_of(m, given["collections"], GLOBAL)
        if "reuse" in given:
            inner.scope = _with_reuse(m, request.scope, given["reuse"])
        return find_or_create(m, inner)

    modes: dict[Reuse, Value] = {Reuse.OFF: False, Reuse.ON: True, Reuse.AUTO: AUTO_REUSE}
    given: dict[str, Value] = {
        "getter": Builtin("getter", true_getter),
        "name": naming.decode(m, request.name),
        "shape": request.shape,
        "dtype": request.dtype if request.dtype is not None else DType("float32"),
        "initializer": request.initializer,
        "regularizer": request.regularizer,
        "reuse": modes.get(request.scope.reuse, m.unknown("reuse", kind="bool")),
        "trainable": request.trainable,
        "collections": m.new_list(request.collections)
        if request.collections != (GLOBAL,)
        else None,
        "caching_device": None,
        "partitioner": request.partitioner,
        "validate_shape": request.validate_shape,
        "use_resource": request.use_resource,
        "constraint": request.constraint,
        "synchronization": Extern("tf.VariableSynchronization.AUTO"),
        "aggregation": Extern("tf.VariableAggregation.NONE"),
    }
    return unconverted(m, getter, lambda: call_back(m, request.by, getter, (), **given))


def _with_reuse(m: Machine, scope: ScopeData, reuse: Value) -> ScopeData:
    asked = asked_reuse(m, reuse) or Reuse.UNKNOWN
    if reuse is None:
        asked = Reuse.AUTO
    if asked is scope.reuse:
        return scope
    return replace(
        scope, reuse=asked, source=ReuseSource("argument", naming.shown(scope.name), m.site())
    )
