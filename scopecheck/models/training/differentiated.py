"""Functions that come back as others which call them: their gradients, or gradients of their own.

Source: tensorflow/python/eager/backprop.py (``implicit_grad``, ``gradients_function`` and their
like), tensorflow/python/ops/custom_gradient.py, ``custom_gradient``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor, operation
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.subscripts import part
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _custom_gradient(m: Machine, a: Arguments) -> Value:
    """``custom_gradient(f)``: the first of the two things that ``f`` returns."""
    function = a.args[0] if a.args else a.kwargs.get("f")

    def call(m: Machine, given: Arguments) -> Value:
        both = call_value(m, function, given)
        made = both[0] if isinstance(both, tuple) and both else part(m, both, 0)
        if isinstance(made, (tuple, list)):
            return tuple(_passed_on(m, one, given) for one in made)
        return _passed_on(m, made, given)

    return Builtin("custom_gradient", call)


def _passed_on(m: Machine, made: Value, given: Arguments) -> Value:
    """What a function with a gradient of its own returns: gradients flow to its arguments."""
    if not isinstance(made, Tensor):
        return made
    inputs = (made, *tensor_inputs(m, *given.every()))
    return operation(m, "IdentityN", inputs, made.shape, made.dtype)


def _gradients(with_value: bool) -> Model:
    """``implicit_gradients(f)`` and its like: calls ``f``, perhaps returns its value as well."""

    def make(m: Machine, a: Arguments) -> Value:
        function = a.args[0] if a.args else a.kwargs.get("f")

        def call(m: Machine, given: Arguments) -> Value:
            value = call_value(m, function, given)
            gradients = m.unknown("gradients", not_none=True, tame=True)
            return (value, gradients) if with_value else gradients

        return Builtin("gradients", call)

    return make


MODELS: dict[str, Model] = {
    "tf.custom_gradient": _custom_gradient,
    "tf.contrib.eager.implicit_gradients": _gradients(False),
    "tf.contrib.eager.gradients_function": _gradients(False),
    "tf.contrib.eager.implicit_value_and_gradients": _gradients(True),
    "tf.contrib.eager.value_and_gradients_function": _gradients(True),
}
