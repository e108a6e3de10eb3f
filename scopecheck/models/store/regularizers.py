"""Regularizers: functions that make a scalar loss of a variable.

Source: tensorflow/contrib/layers/python/layers/regularizers.py;
tensorflow/python/keras/regularizers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.graph_collections import add_to_collections, get_collection
from scopecheck.models.ops.arguments import items_of, tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import operation
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Regularizer(Foreign):
    """What a regularizer's maker gives; with a scale of zero it makes no loss.

    scope: the loss's name, '' where TensorFlow chooses it.
    """

    __slots__ = ("empty", "scope")

    def __init__(self, scope: str, empty: bool = False) -> None:
        self.scope = scope
        self.empty = empty

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Regularizer) and (other.scope, other.empty) == (
            self.scope,
            self.empty,
        )

    def __hash__(self) -> int:
        return hash((self.scope, self.empty))

    def call(self, m: Machine, args: Any) -> Value:
        """The loss of a variable."""
        if self.empty:
            return None
        inputs = tensor_inputs(m, *args.every())
        return operation(m, self.scope or "Mul", inputs, (), "float32", self.scope or None)


def _maker(function: str, *scales: str) -> Model:
    """``l1_regularizer(scale)`` and its like: nothing is made where every scale is 0.0."""
    arguments = ", ".join(scales if len(scales) == 1 else [f"{name}=1.0" for name in scales])
    signature = Signature(f"{arguments}, scope=None")

    def make(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        _check(m, function, {scale: needed(m, g[scale]) for scale in scales})
        nothing = [_is_zero(needed(m, g[scale])) for scale in scales]
        scope = needed(m, g["scope"])
        return Regularizer(scope if isinstance(scope, str) else function, all(nothing))

    return make


def _check(m: Machine, function: str, scales: dict[str, Value]) -> None:
    """A scale is no integer, and not negative."""
    message = None
    for name, scale in scales.items():
        if isinstance(scale, int):
            message = message or f"{name} cannot be an integer: {scale}"
    for name, scale in scales.items():
        if isinstance(scale, float) and scale < 0.0:
            end = "." if "l2" in (name[-2:], function[:2]) else ""
            text = f"Setting a scale less than 0 on a regularizer: {scale:g}{end}"
            message = message or text
    if message is not None:
        raise refuse_argument(m, function, "ValueError", message)


def _is_zero(scale: Value) -> bool:
    return isinstance(scale, float) and scale == 0.0


def _sum(m: Machine, a: Arguments) -> Value:
    held = items_of(m, a.args[0] if a.args else a.kwargs.get("regularizer_list"))
    if held is not None and all(one is None for one in held):
        return None
    return Regularizer("sum_regularizer")


def _keras(m: Machine, a: Arguments) -> Value:
    return Regularizer("")


def _apply(m: Machine, a: Arguments) -> Value:
    """``apply_regularization(regularizer, weights_list)``: the sum over the weights."""
    weights = a.args[1] if len(a.args) > 1 else a.kwargs.get("weights_list")
    if weights is None:
        weights = get_collection(m, Arguments(("weights",)))
    inputs = tensor_inputs(m, weights)
    made = operation(m, "AddN", inputs, (), "float32", "get_regularization_penalty")
    add_to_collections(m, ("regularization_losses",), made)
    return made


_MAKERS: dict[str, Model] = {
    "l1_regularizer": _maker("l1_regularizer", "scale"),
    "l2_regularizer": _maker("l2_regularizer", "scale"),
    "l1_l2_regularizer": _maker("l1_l2_regularizer", "scale_l1", "scale_l2"),
    "sum_regularizer": _sum,
    "apply_regularization": _apply,
}
MODELS: dict[str, Model] = {
    f"{prefix}.{name}": model
    for name, model in _MAKERS.items()
    for prefix in ("tf.contrib.layers", "tf.contrib.slim", "tf_slim", "tf_slim.layers")
}
for _name in ("l1", "l2", "l1_l2", "L1", "L2", "L1L2"):
    MODELS[f"tf.keras.regularizers.{_name}"] = _keras
