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
from scopecheck.models.training.metrics import local_variable
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


def _suffix(m: Machine, g: dict[str, Value]) -> str:
    """What follows a name: the number of predictions and the class, if any."""
    k, kind = needed(m, g["k"]), needed(m, g.get("class_id"))
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


def _of_best(function: str, kind: str, top: bool) -> Model:
    given = "labels, predictions_idx, k=None" if top else "labels, predictions, k"
    signature = Signature(f"{given}, class_id=None, {_TAIL}")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        outer, suffix = current(m).stack, _suffix(m, g)
        enter_scope(m, g["name"], f"{kind}{suffix}")
        made: list[Value] = []
        for one in _SUMS[kind]:
            inner = current(m).stack
            scope = enter_scope(m, None, f"{one}{suffix}")
            made.append(local_variable(m, scope, (), "float64"))
            update(m, stack=inner)
        return _results(m, a, made, outer)

    return run


def _results(m: Machine, a: Arguments, made: list[Value], outer: str) -> Value:
    """The metric and what updates it; the name scope is left."""
    inputs = (*made, *tensor_inputs(m, *a.every()))
    value = operation(m, "Metric", inputs, (), "float64", "")
    updated = operation(m, "Metric", inputs, (), "float64", "update")
    update(m, stack=outer)
    return (value, updated)


_AVERAGE = Signature(f"labels, predictions, k, {_TAIL}")


def _average(m: Machine, a: Arguments) -> Value:
    g = _AVERAGE.bind(m, "average_precision_at_k", a)
    outer = current(m).stack
    enter_scope(m, g["name"], f"average_precision{_suffix(m, g)}")
    made: list[Value] = []
    for one in ("max_1", "total"):  # an operation is called max
        inner = current(m).stack
        made.append(local_variable(m, enter_scope(m, None, one), (), "float64"))
        update(m, stack=inner)
    return _results(m, a, made, outer)


MODELS: dict[str, Model] = {
    "tf.metrics.average_precision_at_k": _average,
    "tf.metrics.sparse_average_precision_at_k": _average,
    "tf.metrics.sparse_precision_at_k": _of_best("precision_at_k", "precision", False),
}
for _kind in _SUMS:
    MODELS[f"tf.metrics.{_kind}_at_k"] = _of_best(f"{_kind}_at_k", _kind, False)
    MODELS[f"tf.metrics.{_kind}_at_top_k"] = _of_best(f"{_kind}_at_top_k", _kind, True)
