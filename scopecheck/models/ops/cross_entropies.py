"""Cross entropies of logits and labels.

Source: tensorflow/python/ops/nn_impl.py and nn_ops.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.argument_order import check_keywords
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.dtypes_refused import check_alike, check_dtype
from scopecheck.models.ops.operands import check_broadcast, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, Unseen, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _cross_entropy(
    op: str,
    names: str,
    reduces: bool,
    scope: str,
    checked: str | None = None,
    *,
    fixed: bool = False,
) -> Model:
    """A loss of logits and labels; fixed: the labels get no gradient.

    checked: the function whose arguments differ before TensorFlow 1.0.
    """

    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        if checked is not None:
            check_keywords(m, checked, g)
        logits, labels = g("logits"), g("labels", "targets")
        if not g.has("_sentinel"):
            _check_both(m, op, logits, labels)
        inputs = tensor_inputs(m, logits, labels, g("pos_weight"))
        if fixed:
            held = Tensor(m.identity(), "StopGradient", tensor_inputs(m, labels), (), "float32")
            inputs = (*tensor_inputs(m, logits), held)
        _check_pair(m, op, g, logits, labels)
        dims = shapes.merge(shape_of(m, logits), shape_of(m, labels))
        if reduces:
            axis = g.number("axis", "dim", default=-1)
            dims = shapes.reduce(dims, (axis,) if isinstance(axis, int) else UNSEEN)
        dtype = dtype_of(m, logits)
        return composed(operation(m, op, inputs, dims, dtype, g.name(scope)))

    return model


def _check_both(m: Machine, op: str, logits: Value, labels: Value) -> None:
    """A loss needs logits and labels."""
    if (logits is None or labels is None) and not m.world.before_one and tells(m):
        raise refuse_argument(m, op, "ValueError", "Both …labels… and …logits… must be provided…")


def _check_pair(m: Machine, op: str, g: Given, logits: Value, labels: Value) -> None:
    """Refuses labels of other sizes than the logits; softmax's spread where they are 1."""
    one, other = shape_of(m, logits), shape_of(m, labels)
    if m.world.before_one or not tells(m):
        return
    if op == "SigmoidCrossEntropy":
        if incompatible(one, other):
            told = f"{shape_text(m, one)} vs {shape_text(m, other)})"
            words = f"logits and labels must have the same shape ({told}"
            if m.world.tensorflow != "1.15":
                words = f"`logits` and `labels` must have the same shape, received ({told}."
            raise refuse_argument(m, op, "ValueError", words)
        if g("pos_weight") is None:
            check_alike(m, "Mul", logits, labels, ("x", "y"))
    elif g.number("axis", "dim", default=-1) == -1:
        check_broadcast(m, op, _matrix(one), _matrix(other))


def _matrix(dims: Dims) -> Dims:
    """A shape with all dimensions but the last made one."""
    if not isinstance(dims, tuple) or not dims:
        return UNSEEN
    return (shapes.multiply(dims[:-1]), dims[-1])


@takes("_sentinel labels logits name")
def _sparse_cross_entropy(m: Machine, g: Given) -> Value:
    check_keywords(m, "sparse_softmax_cross_entropy_with_logits", g)
    return _sparse_loss(m, g)


@takes("logits labels name")
def _sparse_before_one(m: Machine, g: Given) -> Value:
    check_keywords(m, "sparse_softmax_cross_entropy_with_logits", g)
    return _sparse_loss(m, g)


def _sparse_loss(m: Machine, g: Given) -> Value:
    logits, labels = g("logits", "_sentinel"), g("labels")
    op = "SparseSoftmaxCrossEntropyWithLogits"
    if not g.has("_sentinel"):
        _check_both(m, op, logits, labels)
    dims, scores = shape_of(m, labels), shape_of(m, logits)
    check_sparse(m, op, scores, dims)
    check_dtype(m, op, "labels", labels, "sizes")
    if isinstance(scores, tuple) and len(scores) == 2:
        dims = shapes.merge(dims, scores[:1])
    elif isinstance(scores, Unseen) and isinstance(dims, tuple) and len(dims) == 1:
        dims = shapes.merge(dims, (UNSEEN,))
    inputs = tensor_inputs(m, logits, labels)
    return composed(operation(m, op, inputs, dims, dtype_of(m, logits), g.name(op)))


def check_sparse(m: Machine, by: str, scores: Dims, labels: Dims) -> None:
    """Refuses labels that are not one for each row of scores.

    Source: tensorflow/python/ops/nn_ops.py, ``sparse_softmax_cross_entropy_with_logits``.
    """
    if not isinstance(scores, tuple) or not tells(m) or m.world.before_one:
        return
    old = m.world.tensorflow == "1.15"
    if not scores:
        said = "Logits cannot be scalars - received shape ()." if old else "`logits` cannot be a…"
        raise refuse_argument(m, by, "ValueError", said)
    if not isinstance(labels, tuple):
        return
    if len(labels) != len(scores) - 1:
        message = (
            f"Rank mismatch: Rank of labels (received {len(labels)}) should equal rank of logits "
            f"minus 1 (received {len(scores)})."
        )
        if not old:
            message = "`labels.shape.rank` must equal `logits.shape.rank - 1`. …"
        raise refuse_argument(m, by, "ValueError", message)
    known = all(isinstance(size, int) for size in (*labels, *scores[:-1]))
    if known and labels != scores[:-1]:
        message = (
            f"Shape mismatch: The shape of labels (received {shape_text(m, labels)}) should equal "
            "the shape of logits except for the last dimension (received "
            f"{shape_text(m, scores)})."
        )
        raise refuse_argument(m, by, "ValueError", message if old else "`labels.shape` must…")


_SIGMOID = _cross_entropy(
    "SigmoidCrossEntropy",
    "_sentinel labels logits name",
    False,
    "logistic_loss",
    "sigmoid_cross_entropy_with_logits",
)
_SOFTMAX = _cross_entropy(
    "SoftmaxCrossEntropyWithLogits",
    "_sentinel labels logits dim name",
    True,
    "softmax_cross_entropy_with_logits_sg",
    "softmax_cross_entropy_with_logits",
    fixed=True,
)


MODELS: dict[str, Model] = {
    "tf.nn.sigmoid_cross_entropy_with_logits": _SIGMOID,
    "tf.nn.weighted_cross_entropy_with_logits": _cross_entropy(
        "SigmoidCrossEntropy", "labels logits pos_weight name targets", False, "logistic_loss"
    ),
    "tf.nn.softmax_cross_entropy_with_logits": _SOFTMAX,
    "tf.nn.softmax_cross_entropy_with_logits_v2": _cross_entropy(
        "SoftmaxCrossEntropyWithLogits",
        "labels logits axis name dim",
        True,
        "softmax_cross_entropy_with_logits",
    ),
    "tf.nn.sparse_softmax_cross_entropy_with_logits": _sparse_cross_entropy,
}
BEFORE_ONE: dict[str, Model] = {
    "tf.nn.sigmoid_cross_entropy_with_logits": _cross_entropy(
        "SigmoidCrossEntropy",
        "logits targets name",
        False,
        "logistic_loss",
        "sigmoid_cross_entropy_with_logits",
    ),
    "tf.nn.softmax_cross_entropy_with_logits": _cross_entropy(
        "SoftmaxCrossEntropyWithLogits",
        "logits labels dim name",
        True,
        "SoftmaxCrossEntropyWithLogits",
        "softmax_cross_entropy_with_logits",
        fixed=True,
    ),
    "tf.nn.sparse_softmax_cross_entropy_with_logits": _sparse_before_one,
}
