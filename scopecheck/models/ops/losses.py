"""``tf.losses``: what a loss is computed from, and the shapes that it refuses.

Source: tensorflow/python/ops/losses/losses_impl.py;
tensorflow/contrib/losses/python/losses/loss_ops.py, whose losses weigh otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming, shapes
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import Given, shape_of, takes, tensor_inputs
from scopecheck.models.ops.cross_entropies import check_sparse
from scopecheck.models.ops.dtypes_refused import check_dtype
from scopecheck.models.ops.none_refused import check_given
from scopecheck.models.ops.operands import (
    check_broadcast,
    check_compatible,
    check_squeezed,
    tells,
)
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_WHERE = "scope loss_collection"
LOSSES = {
    "absolute_difference": f"labels predictions weights {_WHERE} reduction",
    "compute_weighted_loss": f"losses weights {_WHERE} reduction",
    "cosine_distance": f"labels predictions axis weights {_WHERE} reduction dim",
    "hinge_loss": f"labels logits weights {_WHERE} reduction",
    "huber_loss": f"labels predictions weights delta {_WHERE} reduction",
    "log_loss": f"labels predictions weights epsilon {_WHERE} reduction",
    "mean_squared_error": f"labels predictions weights {_WHERE} reduction",
    "mean_pairwise_squared_error": f"labels predictions weights {_WHERE}",
    "sigmoid_cross_entropy": (
        f"multi_class_labels logits weights label_smoothing {_WHERE} reduction"
    ),
    "softmax_cross_entropy": f"onehot_labels logits weights label_smoothing {_WHERE} reduction",
    "sparse_softmax_cross_entropy": f"labels logits weights {_WHERE} reduction",
}
_LAST = {"none": "Mul", "weighted_sum": "Sum"}
"""The last operation of a loss, by its reduction."""
SCOPES_OF_LOSSES = {
    "compute_weighted_loss": "weighted_loss",
    "cosine_distance": "cosine_distance_loss",
    "sigmoid_cross_entropy": "sigmoid_cross_entropy_loss",
    "softmax_cross_entropy": "softmax_cross_entropy_loss",
    "sparse_softmax_cross_entropy": "sparse_softmax_cross_entropy_loss",
}
CONSTANTS: dict[str, Value] = {
    "tf.losses.Reduction.NONE": "none",
    "tf.losses.Reduction.SUM": "weighted_sum",
    "tf.losses.Reduction.MEAN": "weighted_mean",
    "tf.losses.Reduction.SUM_OVER_BATCH_SIZE": "weighted_sum_over_batch_size",
    "tf.losses.Reduction.SUM_OVER_NONZERO_WEIGHTS": "weighted_sum_by_nonzero_weights",
    "tf.losses.Reduction.SUM_BY_NONZERO_WEIGHTS": "weighted_sum_by_nonzero_weights",
}
_REDUCED_FIRST = ("cosine_distance", "softmax_cross_entropy", "sparse_softmax_cross_entropy")
"""The losses that have fewer elements than what they compare."""


def loss(name: str, names: str, older: bool = False) -> Model:
    """One of the losses of ``tf.losses``, which goes into a collection.

    older: one of contrib's, which takes other weights and has no reduction.
    """
    default = SCOPES_OF_LOSSES.get(name, name)

    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        first, *others = names.split()
        pair = (first,) if name == "compute_weighted_loss" else (first, others[0])
        if not older:
            _check_given(m, name, g, pair)
        values = [g(one) for one in (first, *others[:2])]
        inputs = tensor_inputs(m, *values)
        reduction: Value = g("reduction") if g.has("reduction") else "weighted_mean"
        with under(m, naming.encode(m, g("scope")) or default):
            elements = _elements(m, name, g, pair, older)
            if not older:
                if g.has("reduction"):
                    _check_reduction(m, name, reduction)
                _check_weights(m, name, g("weights", default=1.0), elements)
            else:
                check_given(m, g("weights", default=1.0))
            dims: Dims = UNSEEN
            if isinstance(reduction, str):
                dims = () if reduction != "none" else elements
            tensors = [value for value in values if isinstance(value, Tensor)]
            dtype = "float32" if any(one.dtype == "float32" for one in tensors) else None
            last = _LAST.get(str(reduction), "value")
            made = operation(m, "Loss", inputs, dims, dtype, last)
        add_loss(m, made, g("loss_collection", default="losses"))
        return made

    return model


def add_loss(m: Machine, value: Tensor, collection: Value) -> None:
    """Adds a loss to the collection of losses, unless that is None."""
    from scopecheck.models.graph_collections import add_to_collections

    if isinstance(collection, str):
        add_to_collections(m, (collection,), value)


def _check_given(m: Machine, name: str, g: Given, pair: tuple[str, ...]) -> None:
    """Refuses None for what is compared, and a cosine distance along no axis."""
    old = m.world.tensorflow == "1.15"
    if name == "cosine_distance" and g("axis", "dim") is None:
        said = "'axis'" if old else "argument `axis`"
        raise refuse_argument(m, name, "ValueError", f"You must specify {said}.")
    if name == "compute_weighted_loss":
        check_given(m, g("weights", default=1.0))
        check_given(m, g(pair[0]))
        return
    for one in pair:
        if g(one) is None:
            said = one if old else f"Argument `{one}`"
            raise refuse_argument(m, name, "ValueError", f"{said} must not be None.")


def _elements(m: Machine, name: str, g: Given, pair: tuple[str, ...], older: bool) -> Dims:
    """The shape of what a loss weighs; refuses what can't be compared."""
    if len(pair) == 1:
        return shape_of(m, g(pair[0]))
    labels, other = sorted(pair, key=lambda one: not one.endswith("labels"))
    one, two = shape_of(m, g(other)), shape_of(m, g(labels))
    if name == "sparse_softmax_cross_entropy":
        if older:
            two = two[:1] if isinstance(two, tuple) and two else UNSEEN
        return _sparse(m, name, one, two, g(labels), g("weights", default=1.0))
    if name == "mean_pairwise_squared_error" and not older:
        _check_weights(m, name, g("weights", default=1.0), two)
    check_compatible(m, name, one, two)
    if name == "cosine_distance":
        axis = g.number("axis", "dim")
        return shapes.reduce(one, (axis,) if isinstance(axis, int) else UNSEEN, True)
    if name == "softmax_cross_entropy":
        return one[:-1] if isinstance(one, tuple) else one
    return shapes.broadcast(one, two)


def _sparse(
    m: Machine, name: str, scores: Dims, labels: Dims, value: Value, weights: Value
) -> Dims:
    """One score for each class and one label: the rank differs by one, or is made to.

    Weights may have a last dimension of one more than the labels.
    """
    if not isinstance(scores, tuple) or not isinstance(labels, tuple):
        return UNSEEN
    if len(scores) == len(labels):
        labels = check_squeezed(m, name, labels)
    elif len(scores) == len(labels) + 2:
        scores = check_squeezed(m, name, scores)
    given = shape_of(m, weights) if weights is not None else UNSEEN
    if isinstance(given, tuple) and len(given) == len(labels) + 1 and len(given) > 1:
        check_squeezed(m, name, given)
    check_sparse(m, name, scores, labels)
    check_dtype(m, name, "labels", value, "sizes")
    return shapes.merge(labels, scores[:-1]) if len(scores) == 2 else labels


def _check_reduction(m: Machine, name: str, given: Value) -> None:
    """Refuses what is no reduction."""
    if given is None or (isinstance(given, str) and given not in CONSTANTS.values()):
        end = "" if m.world.tensorflow == "1.15" else " Key should be one of …"
        raise refuse_argument(m, name, "ValueError", f"Invalid Reduction Key {given}.{end}")


def _check_weights(m: Machine, name: str, weights: Value, values: Dims) -> None:
    """Refuses weights that are None, or don't go with what they weigh."""
    check_given(m, weights)
    dims = shape_of(m, weights)
    if name.startswith("sparse") and isinstance(dims, tuple) and isinstance(values, tuple):
        dims = dims[: len(values)] if dims[len(values) :] == (1,) else dims
    check_weight_sizes(m, name, dims, values)


def check_weight_sizes(m: Machine, name: str, dims: Dims, values: Dims) -> None:
    """Refuses weights of these sizes for such values.

    Source: tensorflow/python/ops/weights_broadcast_ops.py, ``assert_broadcastable``.
    """
    if not isinstance(dims, tuple) or not isinstance(values, tuple) or not dims or not tells(m):
        return
    begin = "weights can not be broadcast to values."
    old = m.world.tensorflow == "1.15"
    if len(dims) != len(values):
        ranks = f"values.rank={len(values)}. weights.rank={len(dims)}."
        sizes = f"values.shape={shape_text(m, values)}. weights.shape={shape_text(m, dims)}."
        end = "" if old else " Received weights=…"
        raise refuse_argument(m, name, "ValueError", f"{begin} {ranks} {sizes}{end}")
    if all(isinstance(size, int) for size in (*dims, *values)):
        for at, (size, wanted) in enumerate(zip(dims, values, strict=True)):
            if size not in (1, wanted):
                message = f"{begin} Mismatch at dim {at}. values.shape={_row(values)}"
                sizes = f" weights.shape={_row(dims)}." if old else ", weights.shape=…"
                raise refuse_argument(m, name, "ValueError", message + sizes)
    check_broadcast(m, "Mul", values, dims)


def _row(dims: Dims) -> str:
    """Sizes as an array of numpy's shows them."""
    widths = [str(size) for size in dims] if isinstance(dims, tuple) else []
    longest = max(map(len, widths), default=0)
    return "[" + " ".join(one.rjust(longest) for one in widths) + "]"


MODELS: dict[str, Model] = {
    f"tf.losses.{name}": loss(name, names) for name, names in LOSSES.items()
}
