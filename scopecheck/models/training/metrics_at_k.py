"""``tf.metrics`` of the best k predictions: their sums are named after name scopes.

Source: tensorflow/python/ops/metrics_impl.py, ``precision_at_top_k`` and its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.scope_names import enter_names
from scopecheck.models.tensors import operation
from scopecheck.models.training.metrics import collected_metric, local_variable
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_TAIL = "weights=None, metrics_collections=None, updates_collections=None, name=None"
_SUMS = {
    "precision": ("true_positive", "false_positive"),
    "recall": ("true_positive", "false_negative"),
}


def suffix(m: Machine, g: dict[str, Value]) -> str:
    """What follows a name: the number of predictions and the class, if any."""
    k, kind = needed(m, g.get("k")), needed(m, g.get("class_id"))
    shown = "" if kind is None else f"_class{_number(m, kind)}"
    return f"_at_{'k' if k is None else _number(m, k)}{shown}"


def _number(m: Machine, value: Value) -> str:
    """What ``%d`` makes of a number; one that isn't known is a part of the name that isn't."""
    if isinstance(value, (bool, int, float)):
        return str(int(value))
    return naming.mark_of(m, value)


def enter_scope(m: Machine, name: Value, default: str) -> str:
    """Enters ``name_scope(name, default)``."""
    stack, full = enter_names(m, naming.given_name(m, name, default), "name_scope")
    update(m, stack=stack)
    return full


def of_best(function: str, kind: str, given: str = "labels, predictions, k") -> Model:
    """A metric of the best k; given: its first arguments."""
    signature = Signature(f"{given}, class_id=None, {_TAIL}")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        outer, end = current(m).stack, suffix(m, g)
        enter_scope(m, g["name"], f"{kind}{end}")
        made: list[Value] = []
        for one in _SUMS[kind]:
            inner = current(m).stack
            scope = enter_scope(m, None, f"{one}{end}")
            made.append(local_variable(m, scope, (), "float64"))
            update(m, stack=inner)
        return _results(m, g, a, made, outer)

    return run


def _results(m: Machine, g: dict[str, Value], a: Arguments, made: list[Value], outer: str) -> Value:
    """The metric and what updates it; the name scope is left."""
    inputs = (*made, *tensor_inputs(m, *a.every()))
    value = operation(m, "Metric", inputs, (), "float64", "")
    updated = operation(m, "Metric", inputs, (), "float64", "update")
    update(m, stack=outer)
    return collected_metric(m, g, value, updated)


def average(signature: Signature, default: str = "") -> Model:
    """``average_precision_at_k``; default: what it is called where no k tells."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "average_precision_at_k", a)
        outer = current(m).stack
        enter_scope(m, g["name"], default or f"average_precision{suffix(m, g)}")
        made: list[Value] = []
        # the operation that finds the best k is called max
        for one in ("max" if default else "max_1", "total"):
            inner = current(m).stack
            made.append(local_variable(m, enter_scope(m, None, one), (), "float64"))
            update(m, stack=inner)
        return _results(m, g, a, made, outer)

    return run


_average = average(Signature(f"labels, predictions, k, {_TAIL}"))
MODELS: dict[str, Model] = {
    "tf.metrics.average_precision_at_k": _average,
    "tf.metrics.sparse_average_precision_at_k": _average,
    "tf.metrics.sparse_precision_at_k": of_best("precision_at_k", "precision"),
}
_TOP = "labels, predictions_idx, k=None"
for _kind in _SUMS:
    MODELS[f"tf.metrics.{_kind}_at_k"] = of_best(f"{_kind}_at_k", _kind)
    MODELS[f"tf.metrics.{_kind}_at_top_k"] = of_best(f"{_kind}_at_top_k", _kind, _TOP)
