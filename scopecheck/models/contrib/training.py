"""slim and contrib training: ``create_train_op``, the old losses, and small helpers.

Source: tensorflow/contrib/training/python/training/training.py;
tensorflow/contrib/slim/python/slim/learning.py; tensorflow/contrib/losses;
tensorflow/contrib/layers/python/layers/{layers,utils}.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.contrib.weights import aliases_of, collected
from scopecheck.models.graph_collections import get_collection, listing
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.losses import add_loss, loss
from scopecheck.models.ops.operands import check_compatible
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import broadcast, one_hot
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.world import current
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Extern, Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

TRAINABLE = Extern("tf.trainable_variables")
UPDATE_OPS = "update_ops"
_USE_GLOBAL_STEP = "<the global step>"
_SHARED = f"total_loss, optimizer, global_step={_USE_GLOBAL_STEP}, update_ops=None"
_SLIM = Signature(
    f"{_SHARED}, variables_to_train=None, clip_gradient_norm=0, summarize_gradients=False, "
    "gate_gradients=1, aggregation_method=None, colocate_gradients_with_ops=False, "
    "gradient_multipliers=None, check_numerics=True"
)
_CONTRIB = Signature(
    f"{_SHARED}, variables_to_train=None, transform_grads_fn=None, summarize_gradients=False, "
    "gate_gradients=1, aggregation_method=None, colocate_gradients_with_ops=False, "
    "check_numerics=True"
)


def _create_train_op(signature: Signature) -> Model:
    """``create_train_op``: compute_gradients, then apply_gradients, and the loss once more."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "create_train_op", a)
        step = g["global_step"]
        if step == _USE_GLOBAL_STEP:
            step = m.call(Extern("tf.train.get_or_create_global_step"))
        optimizer, total = needed(m, g["optimizer"]), g["total_loss"]
        if not isinstance(optimizer, Foreign):
            m.undecided("create_train_op", "which optimizer it uses is not known", 1)
            return m.unknown("an operation", not_none=True)
        variables = needed(m, g["variables_to_train"])
        if _is_empty(m, m.call(TRAINABLE) if variables is None else variables):
            raise refuse_argument(m, "create_train_op", "AssertionError", "")
        updates = updates_run(m, g["update_ops"])
        pairs = m.call(get_attribute(m, optimizer, "compute_gradients"), (total, variables))
        if g.get("transform_grads_fn") is not None:
            pairs = m.call(g["transform_grads_fn"], (pairs,))
        applied = m.call(get_attribute(m, optimizer, "apply_gradients"), (pairs,), global_step=step)
        made = Tensor(m.identity(), "Train", tensor_inputs(m, total), (), dtype_of(m, total))
        made.run_after(tensor_inputs(m, applied, updates))
        return made

    return run


def _is_empty(m: Machine, variables: Value) -> bool:
    """Whether it is known that a list has nothing in it."""
    held = iterate(m, variables) if isinstance(variables, (tuple, ListRef)) else None
    return held is not None and not held.open and not held.items


def updates_run(m: Machine, given: Value) -> Value:
    """The updates that a step is made to run: those given, else the whole collection."""
    given = needed(m, given)
    return get_collection(m, Arguments((UPDATE_OPS,))) if given is None else given


@takes("labels num_classes on_value off_value outputs_collections scope")
def _one_hot_encoding(m: Machine, g: Given) -> Value:
    labels = g("labels")
    dims = one_hot(shape_of(m, labels), whole(g.number("num_classes")))
    name = naming.encode(m, g("scope")) or "OneHotEncoding"
    with under(m, name):
        made = operation(m, "OneHot", tensor_inputs(m, labels), dims, "float32")
        given = {"outputs_collections": g("outputs_collections")}
        return collected(m, given, made, current(m).stack)


def _collection_to_dict(m: Machine, a: Arguments) -> Value:
    """``convert_collection_to_dict``: the outputs by the ends of their names."""
    key = needed(m, a.args[0]) if a.args else None
    if not isinstance(key, str):
        return m.new_dict({}, True)
    items = m.contents(get_collection(m, Arguments((key,))))
    pairs = m.contents(get_collection(m, Arguments((aliases_of(key),))))
    named = {pair[0]: pair[1] for pair in pairs.items if isinstance(pair[0], str)}
    return m.new_dict(named, items.open or len(items.items) != len(pairs.items))


def _total_loss(m: Machine, a: Arguments) -> Value:
    """``get_total_loss``: the sum of the losses and, by default, of the regularizers'."""
    add = a.args[0] if a.args else a.kwargs.get("add_regularization_losses", True)
    keys = ("losses", "regularization_losses") if add is not False else ("losses",)
    held = tuple(get_collection(m, Arguments((key,))) for key in keys)
    return operation(m, "AddN", tensor_inputs(m, held), (), "float32", "total_loss")


_REGULARIZATION = Signature("scope=None, name=total_regularization_loss")


def _regularization_loss(m: Machine, a: Arguments) -> Value:
    """``tf.losses.get_regularization_loss``: the sum of the regularizers' losses."""
    g = _REGULARIZATION.bind(m, "get_regularization_loss", a)
    held = get_collection(m, Arguments(("regularization_losses", g["scope"])))
    return operation(m, "AddN", tensor_inputs(m, held), (), "float32", g["name"])


@takes("loss loss_collection")
def _add_loss(m: Machine, g: Given) -> Value:
    value = g("loss")
    if isinstance(value, Tensor):
        add_loss(m, value, g("loss_collection", default="losses"))
    return None


@takes("logits labels scope")
def _hinge_loss(m: Machine, g: Given) -> Value:
    """``tf.contrib.losses.hinge_loss``: of each element, in no collection."""
    logits, labels = g("logits"), g("labels")
    check_compatible(m, "hinge_loss", shape_of(m, logits), shape_of(m, labels))
    dims = broadcast(shape_of(m, logits), shape_of(m, labels))
    made = operation(m, "Relu", tensor_inputs(m, logits, labels), dims, "float32")
    return composed(made)


_LOSSES = {
    "absolute_difference": "predictions labels weights scope",
    "compute_weighted_loss": "losses weights scope loss_collection",
    "sigmoid_cross_entropy": "logits multi_class_labels weights label_smoothing scope",
    "softmax_cross_entropy": "logits onehot_labels weights label_smoothing scope",
    "sparse_softmax_cross_entropy": "logits labels weights scope",
    "log_loss": "predictions labels weights epsilon scope",
    "mean_squared_error": "predictions labels weights scope",
    "mean_pairwise_squared_error": "predictions labels weights scope",
    "cosine_distance": "predictions labels axis weights scope dim",
}
MODELS: dict[str, Model] = {
    "tf.contrib.training.create_train_op": _create_train_op(_CONTRIB),
    "tf.contrib.slim.learning.create_train_op": _create_train_op(_SLIM),
    "tf_slim.learning.create_train_op": _create_train_op(_SLIM),
    "tf.losses.get_total_loss": _total_loss,
    "tf.losses.get_regularization_loss": _regularization_loss,
    "tf.losses.add_loss": _add_loss,
}
for _prefix in ("tf.contrib.slim", "tf.contrib.layers", "tf_slim"):
    MODELS[f"{_prefix}.one_hot_encoding"] = _one_hot_encoding
    for _home in (_prefix, f"{_prefix}.utils"):
        MODELS[f"{_home}.convert_collection_to_dict"] = _collection_to_dict
for _prefix in ("tf.contrib.slim.losses", "tf.contrib.losses", "tf_slim.losses"):
    for _name, _names in _LOSSES.items():
        MODELS[f"{_prefix}.{_name}"] = loss(_name, _names, older=True)
    MODELS[f"{_prefix}.hinge_loss"] = _hinge_loss
    MODELS[f"{_prefix}.get_total_loss"] = _total_loss
    MODELS[f"{_prefix}.add_loss"] = _add_loss
    MODELS[f"{_prefix}.get_losses"] = listing("losses")
    MODELS[f"{_prefix}.get_regularization_losses"] = listing("regularization_losses")
