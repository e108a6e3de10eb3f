"""Losses that add up in a collection, and contrib's, which take the predictions first.

Source: tensorflow/python/ops/losses/util.py;
tensorflow/contrib/losses/python/losses/loss_ops.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops_arguments import Given, takes, tensor_inputs
from scopecheck.models.ops_other import LOSSES
from scopecheck.models.ops_select import MODELS as SELECTING
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.variables import add_to_collections
from scopecheck.models.world import current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

COLLECTION = "losses"
REGULARIZING = "regularization_losses"

CONTRIB = {
    name: " ".join((second, first, *others))
    for name, (first, second, *others) in (
        (name, parameters.replace(" loss_collection", "").replace(" reduction", "").split())
        for name, parameters in LOSSES.items()
        if name != "huber_loss"
    )
}
"""contrib's parameters: the first two change places."""


def _contrib(names: str) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        first, second = names.split()[:2]
        made = _made(m, (g(first), g(second), g("weights")), g("scope"))
        add_to_collections(m, (COLLECTION,), made)
        return made

    return model


def _made(m: Machine, values: tuple[Value, ...], scope: Value) -> Tensor:
    return operation(m, "Loss", tensor_inputs(m, *values), (), "float32", scope)


@takes("losses weights scope loss_collection reduction")
def _weighted(m: Machine, g: Given) -> Value:
    made = _made(m, (g("losses"), g("weights")), g("scope"))
    add_to_collections(m, (COLLECTION,), made)
    return made


@takes("loss loss_collection")
def _add(m: Machine, g: Given) -> Value:
    collection = g("loss_collection", default=COLLECTION)
    if isinstance(collection, str):
        add_to_collections(m, (collection,), g("loss"))
    return None


@takes("add_regularization_losses name")
def _total(m: Machine, g: Given) -> Value:
    alone = g("add_regularization_losses", default=True) is False
    return _sum(m, (COLLECTION,) if alone else (COLLECTION, REGULARIZING), g("name"))


@takes("scope name")
def _regularization(m: Machine, g: Given) -> Value:
    if g("scope") is not None:
        return m.unknown("the regularization losses of a scope")
    return _sum(m, (REGULARIZING,), g("name"))


def _sum(m: Machine, keys: tuple[str, ...], name: Value) -> Value:
    collections = current(m).collections
    losses = [item for key in keys for item in collections.get(key, ())]
    if m.taint:
        losses.append(m.unknown("losses that an unknown call added"))
    inputs = tuple(one for one in losses if isinstance(one, (Tensor, Unknown)))
    return operation(m, "AddN", inputs, (), "float32", name)


def _one_hot_encoding(m: Machine, a: Arguments) -> Value:
    """contrib.layers.one_hot_encoding, which slim has too: a one_hot of labels and classes."""
    names = ("indices", "depth", "on_value", "off_value")
    named = {"labels": "indices", "num_classes": "depth"}
    kwargs = {named.get(name, name): value for name, value in a.kwargs.items()}
    kwargs.update(zip(names, a.args, strict=False))
    return SELECTING["tf.one_hot"](m, Arguments((), {n: kwargs[n] for n in names if n in kwargs}))


MODELS: dict[str, Model] = {"tf.losses.get_regularization_loss": _regularization}
for _prefix in ("tf.losses", "tf.contrib.losses", "tf.contrib.slim.losses"):
    MODELS[f"{_prefix}.add_loss"] = _add
    MODELS[f"{_prefix}.get_total_loss"] = _total
    MODELS[f"{_prefix}.compute_weighted_loss"] = _weighted
for _prefix in ("tf.contrib.losses", "tf.contrib.slim.losses"):
    for _name, _parameters in CONTRIB.items():
        MODELS[f"{_prefix}.{_name}"] = _contrib(_parameters)
for _name in ("tf.contrib.layers.one_hot_encoding", "tf.contrib.slim.one_hot_encoding"):
    MODELS[_name] = _one_hot_encoding
