"""``tf.contrib.metrics``: what ``tf.metrics`` lacks, or has with its arguments in another order.

Source: tensorflow/contrib/metrics/python/ops/metric_ops.py;
tensorflow/contrib/metrics/python/metrics/classification.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.constants import number_of
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.ops.arguments import dtype_of, shape_of, tensor_inputs
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.variables import is_resource
from scopecheck.models.tensors import UNSEEN, Dim, Dims, dim_of, operation
from scopecheck.models.training.metrics import (
    METRICS,
    Given,
    Metric,
    check_pair,
    check_point,
    collected_metric,
    local_variable,
    metric_model,
)
from scopecheck.models.training.metrics import MODELS as METRIC_MODELS
from scopecheck.models.training.metrics_at_k import average, of_best, suffix
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Table, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_COLLECTIONS = "metrics_collections=None, updates_collections=None"
_TAIL = f"weights=None, {_COLLECTIONS}, name=None"
_POINTS = f"weights=None, num_thresholds=200, {_COLLECTIONS}"
_ORDER = "predictions, labels"
_ALL = ("true_positives", "false_negatives", "true_negatives", "false_positives")
_MOMENTS = ("count", "mean_prediction", "mean_label", "comoment")


def _points(m: Machine, g: Given) -> Dims:
    return (whole(number_of(m, g["num_thresholds"])),)


def _thresholds(m: Machine, g: Given) -> Dims:
    held = iterate(m, g["thresholds"])
    known = held is not None and not held.open
    return (len(held.items) if known and held is not None else whole(m.unknown()),)


def _scalar(m: Machine, g: Given) -> Dims:
    return ()


def _rows(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", name) for name in names)


def _counts(*kinds: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, "count") for kind in kinds)


def _threshold_rate(name: str, *rows: str) -> Metric:
    return Metric(f"{_ORDER}, thresholds", name, _rows(*rows), _thresholds)


_METRICS: dict[str, Metric] = {
    "streaming_false_positive_rate": Metric(
        _ORDER, "false_positive_rate", _counts("false_positives", "true_negatives")
    ),
    "streaming_false_negative_rate": Metric(
        _ORDER, "false_negative_rate", _counts("false_negatives", "true_positives")
    ),
    "streaming_false_positive_rate_at_thresholds": _threshold_rate(
        "false_positive_rate_at_thresholds", "true_negatives", "false_positives"
    ),
    "streaming_false_negative_rate_at_thresholds": _threshold_rate(
        "false_negative_rate_at_thresholds", "true_positives", "false_negatives"
    ),
    "streaming_percentage_less": METRICS["percentage_below"],
    "count": Metric("values", "count", _rows("count")),
    "streaming_covariance": Metric(_ORDER, "covariance", _rows(*_MOMENTS), _scalar),
    "recall_at_precision": Metric(
        "labels, predictions, precision",
        "recall_at_precision",
        _rows(*_ALL),
        _points,
        single=True,
        tail=f"{_POINTS}, name=None, strict_mode=False",
    ),
    "precision_at_recall": Metric(
        "labels, predictions, target_recall",
        "precision_at_recall",
        _rows(*_ALL),
        _points,
        single=True,
        tail=f"{_POINTS}, name=None",
    ),
    "f1_score": Metric(
        "labels, predictions",
        "f1",
        _rows("true_positives", "false_negatives", "false_positives"),
        _points,
        single=True,
        tail=f"{_POINTS}, name=None",
    ),
}


def _curve(m: Machine, a: Arguments) -> Value:
    """``streaming_curve_points``: two numbers for each threshold."""
    names = f"labels=None, predictions=None, {_POINTS}, curve=ROC, name=None"
    g = Signature(names).bind(m, "streaming_curve_points", a)
    dims = _points(m, g)

    def body() -> Value:
        made = [local_variable(m, name, dims, "float32") for name in _ALL]
        inputs = (*made, *tensor_inputs(m, *a.every()))
        value = operation(m, "Pack", inputs, (*dims, 2) if isinstance(dims, tuple) else dims)
        return collected_metric(m, g, value, m.unknown("an operation", not_none=True))

    return in_scope(m, needed(m, g["name"]), "curve_points", None, body)


def _pearson(m: Machine, a: Arguments) -> Value:
    """``streaming_pearson_correlation``: a covariance and two variances."""
    g = Signature(f"{_ORDER}, {_TAIL}").bind(m, "streaming_pearson_correlation", a)

    def moments() -> Value:
        return tuple(local_variable(m, name, (), "float32") for name in _MOMENTS)

    def body() -> Value:
        check_pair(m, "streaming_pearson_correlation", _METRICS["streaming_covariance"], g)
        made: list[Value] = []
        for scope in ("covariance", "variance_predictions", "variance_labels"):
            made.append(in_scope(m, scope, "", None, moments))
        return collected_metric(m, g, *_two(m, tuple(made), a))

    return in_scope(m, needed(m, g["name"]), "pearson_r", None, body)


def _two(m: Machine, made: Value, a: Arguments) -> tuple[Value, Value]:
    """A number and what updates it."""
    inputs = tensor_inputs(m, made, *a.every())
    return (
        operation(m, "Metric", inputs, (), "float32"),
        operation(m, "Metric", inputs, (), "float32", "update_op"),
    )


def _kappa(m: Machine, a: Arguments) -> Value:
    """``cohen_kappa``: counts, of the weights' dtype where there are any."""
    names = f"labels, predictions_idx, num_classes, {_TAIL}"
    g = Signature(names).bind(m, "cohen_kappa", a)
    dtype = "int64" if needed(m, g["weights"]) is None else dtype_of(m, g["weights"])
    dims = (whole(number_of(m, g["num_classes"])),)

    def body() -> Value:
        rows = ("po", "pe_row", "pe_col")
        made = [local_variable(m, name, dims, dtype or "float32") for name in rows]
        return collected_metric(m, g, *_two(m, tuple(made), a))

    return in_scope(m, needed(m, g["name"]), "cohen_kappa", None, body)


# -- what grows -------------------------------------------------------------------------


def _grown(
    m: Machine,
    value: Value,
    scope: Value,
    dtype: str | None,
    axis: object = 0,
    begun: Dim = 0,
) -> Value:
    """``streaming_concat``: an array whose length grows from what it begins with, and its size."""

    def body() -> Value:
        dims = shape_of(m, value)
        held: Dims = UNSEEN
        kept: Dims = UNSEEN
        if isinstance(dims, tuple) and dims and isinstance(axis, int):
            at = axis % len(dims)
            held = (begun, *dims[:at], *dims[at + 1 :])
            kept = (*dims[:at], None, *dims[at + 1 :])
        if not is_resource(m, None):
            held = None
        array = local_variable(m, "array", held, dtype or "float32")
        size = local_variable(m, "size", (), "int32")
        return operation(m, "Transpose", tensor_inputs(m, array, size, value), kept, dtype)

    return in_scope(m, scope, "streaming_concat", None, body)


def _check_axis(m: Machine, dims: Dims, axis: object) -> None:
    """Refuses an axis that isn't there, and other sizes than the axis's that are not known."""
    if not isinstance(dims, tuple) or not isinstance(axis, int) or not tells(m):
        return
    at = axis + len(dims) if axis < 0 else axis
    message = f"axis = {at} not in [0, {len(dims)})"
    if 0 <= at < len(dims):
        if None not in (*dims[:at], *dims[at + 1 :]):
            return
        message = (
            "all dimensions of `values` other than the dimension to concatenate along must have "
            "statically known size"
        )
    raise refuse_argument(m, "streaming_concat", "ValueError", message)


def _concat(m: Machine, a: Arguments) -> Value:
    names = f"values, axis=0, max_size=None, {_COLLECTIONS}, name=None"
    g = Signature(names).bind(m, "streaming_concat", a)
    _check_axis(m, shape_of(m, g["values"]), number_of(m, g["axis"]))
    axis, most = number_of(m, g["axis"]), needed(m, g["max_size"])
    begun = 0 if most is None else dim_of(m, most)
    made = _grown(m, g["values"], needed(m, g["name"]), dtype_of(m, g["values"]), axis, begun)
    updated = operation(m, "Identity", tensor_inputs(m, made), (), "int32")
    return collected_metric(m, g, made, updated)


_DYNAMIC = Signature(
    "labels, predictions, curve=ROC, " + _COLLECTIONS + ", name=None, weights=None"
)
_INTERVALS = Signature(
    f"labels, predictions, weights=None, alpha=0.95, logit_transformation=True, {_COLLECTIONS}, "
    "name=None"
)


def _kept_whole(signature: Signature, name: str, weighted: bool) -> Model:
    """A metric that keeps all that it sees."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, name, a)
        rows = [("preds", g["predictions"], "float64"), ("labels", g["labels"], "int64")]
        if weighted or needed(m, g["weights"]) is not None:
            rows.append(("weights", g["weights"], "float32"))

        def body() -> Value:
            check_point(m, name, g)
            made = tuple(_grown(m, one, f"concat_{part}", kind) for part, one, kind in rows)
            value: Value = operation(m, "Metric", tensor_inputs(m, made), (), "float32")
            if weighted:
                value = m.unknown("an area", not_none=True, tame=True)
            updated: Value = m.unknown("an operation", not_none=True, tame=True)
            if weighted:
                updated = operation(m, "Metric", tensor_inputs(m, made), (), "float32")
            return collected_metric(m, g, value, updated)

        default = name.removeprefix("streaming_")
        return in_scope(m, needed(m, g["name"]), default, None, body)

    return run


# -- of the best k, and several at once -------------------------------------------------


def _recall_at_k(m: Machine, a: Arguments) -> Value:
    """``streaming_recall_at_k``: the mean of whether the label is among the best."""
    g = Signature(f"{_ORDER}, k, {_TAIL}").bind(m, "streaming_recall_at_k", a)
    name = g["name"] if needed(m, g["name"]) is not None else f"recall{suffix(m, g)}"
    seen = operation(m, "InTopK", tensor_inputs(m, g["predictions"], g["labels"]))
    more = {key: g[key] for key in ("weights", "metrics_collections", "updates_collections")}
    mean = metric_model("streaming_mean", METRICS["mean"])
    return mean(m, Arguments((seen,), {**more, "name": name}))


def _at_thresholds(kind: str) -> Model:
    """Counts for each threshold, in no scope of their own."""
    signature = Signature(f"{_ORDER}, thresholds, weights=None")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, f"streaming_{kind}_at_thresholds", a)
        dims = _thresholds(m, g)
        made = local_variable(m, kind, dims, "float32")
        inputs = (made, *tensor_inputs(m, *a.every()))
        return (made, operation(m, "AssignAdd", inputs, dims, "float32"))

    return run


def _aggregate(m: Machine, a: Arguments) -> Value:
    """``aggregate_metrics``: the values, and what updates them."""
    if not a.args and not a.open:
        message = "Expected at least one value_tensor/update_op pair"
        raise refuse_argument(m, "aggregate_metrics", "ValueError", message)
    pairs = [iterate(m, one) for one in a.args]
    if any(one is None or len(one.items) != 2 for one in pairs):
        return (m.new_list((), True), m.new_list((), True))
    rows = [one.items for one in pairs if one is not None]
    return (m.new_list([row[0] for row in rows]), m.new_list([row[1] for row in rows]))


def _aggregate_map(m: Machine, a: Arguments) -> Value:
    """``aggregate_metric_map``: the same by their names."""
    given = needed(m, a.get(0, "names_to_tuples"))
    table = m.contents(given) if isinstance(given, DictRef) else None
    if not isinstance(table, Table):
        return (m.new_dict({}, True), m.new_dict({}, True))
    if not table.items and not table.open:
        message = "not enough values to unpack (expected 2, got 0)"
        raise refuse_argument(m, "aggregate_metric_map", "ValueError", message)
    rows = {name: iterate(m, pair) for name, pair in table.items.items()}
    known = {n: one.items for n, one in rows.items() if one is not None and len(one.items) == 2}
    lost = len(known) != len(table.items)
    made = [m.new_dict({name: row[at] for name, row in known.items()}, lost) for at in (0, 1)]
    return (made[0], made[1])


_CONFUSION = Signature(
    "labels, predictions, num_classes=None, dtype=int32, name=None, weights=None"
)


def _confusion(m: Machine, a: Arguments) -> Value:
    """``confusion_matrix``: a row and a column for each class."""
    g = _CONFUSION.bind(m, "confusion_matrix", a)
    classes, dtype = needed(m, g["num_classes"]), needed(m, g["dtype"])
    size: Dim = None if classes is None else whole(number_of(m, classes))
    kind = dtype if isinstance(dtype, str) else getattr(dtype, "name", None)
    inputs = tensor_inputs(m, g["labels"], g["predictions"])
    return operation(m, "ScatterNd", inputs, (size, size), kind)


_BEST = {
    "streaming_sparse_recall_at_k": of_best("recall_at_k", "recall", f"{_ORDER}, k"),
    "streaming_sparse_precision_at_k": of_best("precision_at_k", "precision", f"{_ORDER}, k"),
    "streaming_sparse_precision_at_top_k": of_best(
        "precision_at_top_k", "precision", "top_k_predictions, labels"
    ),
    "sparse_recall_at_top_k": of_best("recall_at_top_k", "recall", "labels, top_k_predictions"),
    "streaming_sparse_average_precision_at_k": average(Signature(f"{_ORDER}, k, {_TAIL}")),
    "streaming_sparse_average_precision_at_top_k": average(
        Signature(f"top_k_predictions, labels, {_TAIL}"), "average_precision_at_top_k"
    ),
}
_FUNCTIONS: dict[str, Model] = {
    **{name: metric_model(name, metric) for name, metric in _METRICS.items()},
    **{f"streaming_{kind}_at_thresholds": _at_thresholds(kind) for kind in _ALL},
    **_BEST,
    "streaming_curve_points": _curve,
    "streaming_pearson_correlation": _pearson,
    "streaming_concat": _concat,
    "streaming_dynamic_auc": _kept_whole(_DYNAMIC, "streaming_dynamic_auc", False),
    "auc_with_confidence_intervals": _kept_whole(_INTERVALS, "auc_with_confidence_intervals", True),
    "streaming_recall_at_k": _recall_at_k,
    "cohen_kappa": _kappa,
    "aggregate_metrics": _aggregate,
    "aggregate_metric_map": _aggregate_map,
    "confusion_matrix": _confusion,
}
_ROOM = "tf.contrib.metrics."
MODELS: dict[str, Model] = {
    **{name: model for name, model in METRIC_MODELS.items() if name.startswith(_ROOM)},
    **{f"{_ROOM}{name}": model for name, model in _FUNCTIONS.items()},
}
for _name, _model in tuple(MODELS.items()):
    for _alias in ("tf.contrib.slim.metrics.", "tf_slim.metrics."):
        MODELS[_alias + _name.removeprefix(_ROOM)] = _model
MODELS["tf.confusion_matrix"] = MODELS["tf.math.confusion_matrix"] = _confusion
