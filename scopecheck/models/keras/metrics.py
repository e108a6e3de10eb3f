"""Keras's metrics: the variables that an object or a compiled model makes in a graph.

They are plain variables under the name scope in force, and in no collection.

Source: tensorflow/python/keras/metrics.py; tensorflow/python/keras/engine/training.py of 1.15
and tf_keras/src/engine/training_v1.py, ``_cache_output_metric_attributes`` and
``_set_metric_attributes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scopecheck.models.constants import number_of
from scopecheck.models.keras.functions import KerasFunction
from scopecheck.models.keras.graph import in_graph, make_weight
from scopecheck.models.keras.units import is_standalone
from scopecheck.models.layers.plans import Weight
from scopecheck.models.ops.array import whole
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import UNSEEN, Dim
from scopecheck.models.world import left_out, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_MEAN = ("total", "count")
_ALL = ("true_positives", "true_negatives", "false_positives", "false_negatives")
_CLASSES: dict[str, tuple[str, ...]] = {
    "Sum": ("total",),
    "MeanTensor": (),
    "MeanIoU": ("total_confusion_matrix",),
    "Precision": ("true_positives", "false_positives"),
    "Recall": ("true_positives", "false_negatives"),
    **dict.fromkeys(
        ("FalseNegatives", "FalsePositives", "TrueNegatives", "TruePositives"), ("accumulator",)
    ),
    "AUC": _ALL,
    "SensitivityAtSpecificity": _ALL,
    "SpecificityAtSensitivity": _ALL,
    "PrecisionAtRecall": _ALL,
    "RecallAtPrecision": _ALL,
    **dict.fromkeys(
        (
            "Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalHinge "
            "CategoricalCrossentropy CosineSimilarity Hinge KLDivergence LogCoshError Mean "
            "MeanAbsoluteError MeanAbsolutePercentageError MeanMetricWrapper MeanRelativeError "
            "MeanSquaredError MeanSquaredLogarithmicError Poisson RootMeanSquaredError "
            "SparseCategoricalAccuracy SparseCategoricalCrossentropy SquaredHinge "
            "SparseTopKCategoricalAccuracy TopKCategoricalAccuracy"
        ).split(),
        _MEAN,
    ),
}
_DTYPE_AT = {
    **dict.fromkeys(("Precision", "Recall", "AUC"), 4),
    **{name: 2 for name, rows in _CLASSES.items() if rows == ("accumulator",)},
    **dict.fromkeys(
        "MeanIoU MeanMetricWrapper MeanRelativeError SparseTopKCategoricalAccuracy "
        "TopKCategoricalAccuracy".split(),
        2,
    ),
}
_CURVES = frozenset(name for name, rows in _CLASSES.items() if rows is _ALL and name != "AUC")


def make_metric(m: Machine, cls: str, a: Arguments) -> None:
    """What the constructor of a metric leaves in a graph."""
    if not in_graph(m) or is_standalone(m):
        return
    rows = _CLASSES.get(cls)
    if rows is None:
        update(m, unfollowed=True)
        return
    dims, given = _sizes(m, cls, a), needed(m, a.get(_dtype_at(m, cls), "dtype"))
    dtype = "float32" if given is None else dtype_name(m, given)
    if cls == "MeanIoU" and m.world.tensorflow == "1.15":
        dtype = "float64"
    for name in rows:
        make_weight(m, Weight(name, dims, None, False), f"tf.keras.metrics.{cls}", dtype, ())


def _dtype_at(m: Machine, cls: str) -> int:
    """Which argument of its constructor the dtype is."""
    if cls in _CURVES:
        return 3 if m.world.tensorflow == "1.15" else 4
    return _DTYPE_AT.get(cls, 1)


def _sizes(m: Machine, cls: str, a: Arguments) -> tuple[Dim, ...]:
    if cls == "MeanIoU":
        return (whole(number_of(m, a.get(0, "num_classes"))),) * 2
    if _CLASSES[cls] == _MEAN or cls == "Sum":
        return ()
    if cls == "AUC" or cls in _CURVES:
        given = needed(m, a.get(1 if cls in _CURVES else 0, "num_thresholds"))
        return (200 if given is None else whole(number_of(m, given)),)
    thresholds = needed(m, a.get(0, "thresholds"))
    if thresholds is None or isinstance(thresholds, (int, float)):
        return (1,)
    held = iterate(m, thresholds)
    return (UNSEEN if held is None or held.open else len(held.items),)


# -- of a model -------------------------------------------------------------------------


def make_compiled(m: Machine, a: Arguments, outputs: Sequence[str | None]) -> None:
    """What compiling a model makes: of its metrics, and of the losses of several outputs."""
    for name, at in (("metrics", 2), ("weighted_metrics", 5)):
        given = needed(m, a.get(at, name))
        for one, again in _of_outputs(m, given, outputs):
            _make_listed(m, one, again)
    if len(outputs) > 1:
        losses = _losses(m, needed(m, a.get(1, "loss")), outputs)
        for _ in range(losses):
            make_metric(m, "Mean", Arguments((), {}))


def _of_outputs(
    m: Machine, given: Value, outputs: Sequence[str | None]
) -> list[tuple[Value, bool]]:
    """The metrics of each output: by its name, by its place, or copies of the same for all."""
    if given is None:
        return []
    if isinstance(given, DictRef):
        return [(one, False) for one in _named(m, given, outputs)]
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    if held is None or held.open:
        _lost(m)
        return []
    items = [needed(m, one) for one in held.items]
    if any(isinstance(one, (tuple, ListRef)) for one in items):
        return [(one, False) for one in items]
    return [(given, len(outputs) > 1)] * len(outputs)


def _named(m: Machine, given: DictRef, outputs: Sequence[str | None]) -> list[Value]:
    table = m.contents(given)
    items = getattr(table, "items", None)
    if not isinstance(items, dict) or getattr(table, "open", False) or None in outputs:
        _lost(m)
        return []
    return [needed(m, items.get(name)) for name in outputs]


def _make_listed(m: Machine, given: Value, again: bool) -> None:
    """Makes what the metrics of an output need; again: those that are objects are copied."""
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    for one in held.items if held is not None else (given,):
        metric = needed(m, one)
        if isinstance(metric, Unknown):
            _lost(m)
        elif isinstance(metric, str) and metric[:1].isupper():
            for _ in range(2):
                make_metric(m, metric, Arguments((), {}))
        elif isinstance(metric, KerasFunction):
            if again:
                make_metric(m, metric.what.rpartition(".")[2], metric.given)
        elif metric is not None:
            make_metric(m, "MeanMetricWrapper", Arguments((), {}))


def _losses(m: Machine, given: Value, outputs: Sequence[str | None]) -> int:
    """How many outputs have a loss."""
    if isinstance(given, Unknown):
        _lost(m)
        return 0
    if given is None:
        return 0
    if isinstance(given, DictRef):
        return sum(one is not None for one in _named(m, given, outputs))
    held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    if held is None:
        return len(outputs)
    return sum(needed(m, one) is not None for one in held.items)


def _lost(m: Machine) -> None:
    left_out(m, "a Keras model's metrics", "which variables they make is not known")
