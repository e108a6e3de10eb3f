"""``tf.metrics``: the local variables in which a metric keeps its sums.

Source: tensorflow/python/ops/metrics_impl.py, ``metric_variable`` and the metrics.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from scopecheck.models import naming
from scopecheck.models.constants import number_of
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.graph_collections import LOCAL, add_to_collections, collections_of
from scopecheck.models.ops.arguments import composed, shape_of, tensor_inputs
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.losses import check_weight_sizes
from scopecheck.models.ops.none_refused import check_given
from scopecheck.models.ops.operands import check_compatible, check_squeezed
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import multiply, reduce
from scopecheck.models.store.variables import make_variable, through_creators
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value
from scopecheck.trace import VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_METRIC_VARIABLES = "metric_variables"
_TAIL = "weights=None, metrics_collections=None, updates_collections=None, name=None"
_CURVE = _TAIL.replace("metrics_", "num_thresholds=200, metrics_")
_AREA = (
    f"{_CURVE.replace('name', 'curve=ROC, name')}, summation_method=trapezoidal, thresholds=None"
)
_SCALAR: Dims = ()

Given: TypeAlias = "dict[str, Value]"
Sizes: TypeAlias = "Callable[[Machine, Given], Dims]"


def _scalar(m: Machine, g: Given) -> Dims:
    return _SCALAR


def _each_class(m: Machine, g: Given) -> Dims:
    return (whole(number_of(m, g["num_classes"])),)


def _confusion(m: Machine, g: Given) -> Dims:
    return (whole(number_of(m, g["num_classes"])),) * 2


def _each_threshold(m: Machine, g: Given) -> Dims:
    between = "num_thresholds" in g  # and one below all predictions, one above them
    given = needed(m, g.get("thresholds"))
    if between and given is None:
        size = whole(number_of(m, g["num_thresholds"]))
        return (max(size, 2) if isinstance(size, int) else size,)
    held = iterate(m, given)
    known: Dim = len(held.items) if held is not None and not held.open else whole(m.unknown())
    return (known + 2 if between and isinstance(known, int) else known,)


def _like_values(m: Machine, g: Given) -> Dims:
    return shape_of(m, g["values"])


_MEAN = (("", "total"), ("", "count"))
_WEIGHED_LAST = frozenset(("total", "total_tensor", "comoment"))
"""Variables that are there before the weights are looked at."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: its arguments, its scope's default name, the variables it makes.

    rows: for each variable the scope it has of its own ('' for none) and its name.
    single: the result is one number, whatever the sizes of the variables. counted: what updates
    it is of the variables' sizes even so.
    value: what the result is called, '' where that is not followed.
    tail: the arguments that follow. pairs: how labels and predictions are held against each other:
    "squeezed" where a last size of one is left off, "flat" or "same".
    """

    arguments: str
    default: str
    rows: tuple[tuple[str, str], ...] = _MEAN
    sizes: Sizes = _scalar
    dtype: str = "float32"
    single: bool = False
    counted: bool = False
    value: str = "value"
    tail: str = _TAIL
    pairs: str = "squeezed"


def local_variable(
    m: Machine,
    name: str,
    dims: Dims,
    dtype: str,
    collections: tuple[str, ...] = (LOCAL, _METRIC_VARIABLES),
) -> Tensor:
    """``metric_variable``: local, not trainable, named under the current name scope or as one."""

    def make(m: Machine, given: dict[str, Value]) -> Value:
        told = naming.encode(m, given["name"]) or name
        op = told[:-1] if told.endswith("/") else naming.unique_name(m, told)
        made = make_variable(m, op, None, dims, dtype, False, "other", collections)
        m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
        return made

    made = through_creators(m, {"name": name, "trainable": False}, make)
    return made if isinstance(made, Tensor) else Tensor(m.identity(), "Variable", (), dims)


def collected_metric(m: Machine, g: Given, value: Value, updated: Value) -> Value:
    """A metric's two results, also in the collections that are asked for."""
    for name, one in (("metrics_collections", value), ("updates_collections", updated)):
        asked = needed(m, g.get(name))
        if asked is not None:
            add_to_collections(m, collections_of(m, asked, ""), one)
    return (value, updated)


def check_pair(m: Machine, function: str, metric: Metric, g: Given) -> Dims:
    """Labels and predictions go together; gives the shape that weights are held against.

    Source: tensorflow/python/ops/metrics_impl.py, ``_remove_squeezable_dimensions``.
    """
    if "values" in g:
        check_given(m, g["values"])
        return shape_of(m, g["values"])
    if not metric.arguments.startswith((_BOTH, _TURNED)):
        return UNSEEN
    labels, predictions = (shape_of(m, g[name]) for name in ("labels", "predictions"))
    if not isinstance(labels, tuple) or not isinstance(predictions, tuple):
        return UNSEEN
    if metric.pairs == "flat":
        labels, predictions = (multiply(labels),), (multiply(predictions),)
    elif metric.pairs == "squeezed" and abs(len(labels) - len(predictions)) == 1:
        longer = check_squeezed(m, function, max(labels, predictions, key=len))
        labels, predictions = labels[: len(longer)], predictions[: len(longer)]
    check_compatible(m, function, predictions, labels)
    return predictions if metric.pairs == "squeezed" else UNSEEN


def _check_weights(m: Machine, function: str, g: Given, values: Dims) -> None:
    """Weights are as many as the values, where a last size of one may be left off or added."""
    given = needed(m, g["weights"])
    dims = shape_of(m, given) if given is not None else UNSEEN
    if not isinstance(dims, tuple) or not isinstance(values, tuple) or not dims:
        return
    if len(dims) == len(values) + 1:
        dims = check_squeezed(m, function, dims)
    elif len(dims) + 1 == len(values):
        dims = (*dims, 1)
    check_weight_sizes(m, function, dims, values)


def _weighed(m: Machine, g: Given, values: Dims) -> Dims:
    """The shape of what a mean is taken of; along a cosine distance's axis it is one."""
    if "dim" not in g:
        return values
    axis = number_of(m, g["dim"])
    return reduce(values, (axis,) if isinstance(axis, int) else UNSEEN, True)


def check_point(m: Machine, function: str, g: Given) -> None:
    """The point of one metric at which another is asked for is between 0 and 1."""
    for name in ("specificity", "sensitivity"):
        point = number_of(m, g[name]) if name in g else None
        if isinstance(point, (int, float)) and not 0 <= point <= 1:
            message = f"`{name}` must be in the range [0, 1]."
            raise refuse_argument(m, function, "ValueError", f"{message}…")
    curve = needed(m, g.get("curve", "ROC"))
    if isinstance(curve, str) and curve not in ("ROC", "PR"):
        message = f"curve must be either ROC or PR, {curve} unknown"
        if m.world.tensorflow != "1.15":
            message = f"Curve must be either ROC or PR. Curve {curve} is unknown."
        raise refuse_argument(m, function, "ValueError", message)


def metric_model(function: str, metric: Metric) -> Model:
    """The model of a metric."""
    signature = Signature(f"{metric.arguments}, {metric.tail}")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        dims = metric.sizes(m, g)

        def body() -> Value:
            check_point(m, function, g)
            values = check_pair(m, function, metric, g)
            weighed = _WEIGHED_LAST.intersection(name for _, name in metric.rows)
            if not weighed:
                _check_weights(m, function, g, values)
            made: list[Value] = []
            for scope, name in metric.rows:

                def one(name: str = name) -> Value:
                    return local_variable(m, name, dims, metric.dtype)

                made.append(in_scope(m, None, scope, None, one) if scope else one())
            if weighed:
                _check_weights(m, function, g, _weighed(m, g, values))
            inputs = (*made, *tensor_inputs(m, *a.every()))
            shape = () if metric.single else dims
            value = operation(m, "Metric", inputs, shape, "float32", metric.value)
            value = value if metric.value else composed(value)
            shape = dims if metric.counted else shape
            updated = operation(m, "Metric", inputs, shape, "float32", "update_op")
            return collected_metric(m, g, value, updated)

        return in_scope(m, needed(m, g["name"]), metric.default, None, body)

    return run


def _named_mean(arguments: str, default: str) -> Metric:
    """A metric that is ``mean`` under another name."""
    return Metric(arguments, default)


def _counts(*kinds: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, "count") for kind in kinds)


def _at_thresholds(*kinds: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", kind) for kind in kinds)


_BOTH, _TURNED = "labels, predictions", "predictions, labels"
_ALL = ("true_positives", "false_negatives", "true_negatives", "false_positives")


def _at_point(point: str, default: str) -> Metric:
    """One of two metrics where the other has a value."""
    sums = _at_thresholds(*_ALL)
    return Metric(f"{_BOTH}, {point}", default, sums, _each_threshold, single=True, tail=_CURVE)


METRICS: dict[str, Metric] = {
    "mean": _named_mean("values", "mean"),
    "mean_tensor": Metric(
        "values", "mean", (("", "total_tensor"), ("", "count_tensor")), _like_values
    ),
    "accuracy": _named_mean(_BOTH, "accuracy"),
    "mean_absolute_error": _named_mean(_BOTH, "mean_absolute_error"),
    "mean_squared_error": _named_mean(_BOTH, "mean_squared_error"),
    "root_mean_squared_error": Metric(_BOTH, "root_mean_squared_error", value=""),
    "mean_relative_error": _named_mean(f"{_BOTH}, normalizer", "mean_relative_error"),
    "percentage_below": _named_mean("values, threshold", "percentage_below_threshold"),
    "mean_per_class_accuracy": Metric(
        f"{_BOTH}, num_classes",
        "mean_accuracy",
        sizes=_each_class,
        single=True,
        counted=True,
        value="mean_accuracy",
        pairs="flat",
    ),
    "mean_iou": Metric(
        f"{_BOTH}, num_classes",
        "mean_iou",
        (("", "total_confusion_matrix"),),
        _confusion,
        "float64",
        single=True,
        counted=True,
        value="",
        pairs="same",
    ),
    "precision": Metric(_BOTH, "precision", _counts("true_positives", "false_positives")),
    "recall": Metric(_BOTH, "recall", _counts("true_positives", "false_negatives")),
    "auc": Metric(
        _BOTH,
        "auc",
        _at_thresholds(*_ALL),
        _each_threshold,
        single=True,
        tail=_AREA,
    ),
    "mean_cosine_distance": _named_mean(f"{_BOTH}, dim", "mean_cosine_distance"),
    "sensitivity_at_specificity": _at_point("specificity", "sensitivity_at_specificity"),
    "specificity_at_sensitivity": _at_point("sensitivity", "specificity_at_sensitivity"),
    "precision_at_thresholds": Metric(
        f"{_BOTH}, thresholds",
        "precision_at_thresholds",
        _at_thresholds("true_positives", "false_positives"),
        _each_threshold,
        value="precision_value",
    ),
    "recall_at_thresholds": Metric(
        f"{_BOTH}, thresholds",
        "recall_at_thresholds",
        _at_thresholds("true_positives", "false_negatives"),
        _each_threshold,
        value="recall_value",
    ),
}
for _kind in _ALL:
    METRICS[_kind] = Metric(_BOTH, _kind, (("", "count"),), value="")
    METRICS[f"{_kind}_at_thresholds"] = Metric(
        f"{_BOTH}, thresholds", _kind, _at_thresholds(_kind), _each_threshold, value=""
    )

MODELS: dict[str, Model] = {
    f"tf.metrics.{name}": metric_model(name, metric) for name, metric in METRICS.items()
}
# contrib's streaming metrics are these; they take predictions before labels.
MODELS.update(
    {
        f"tf.contrib.metrics.streaming_{name}": metric_model(name, one)
        for name, one in METRICS.items()
    }
)


def _accuracy(m: Machine, a: Arguments) -> Value:
    """``tf.contrib.metrics.accuracy``: of one batch, without variables."""
    return operation(m, "Accuracy", tensor_inputs(m, *a.every()), (), "float32", "accuracy")


MODELS["tf.contrib.metrics.accuracy"] = _accuracy
