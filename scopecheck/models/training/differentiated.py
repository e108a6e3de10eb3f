"""Functions that come back as others which call them: their gradients, or gradients of their own.

Source: tensorflow/python/eager/backprop.py (``implicit_grad``, ``gradients_function`` and their
like), tensorflow/python/ops/custom_gradient.py, ``custom_gradient``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import GLOBAL, LOCAL
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.training.callable_losses import watched
from scopecheck.models.training.gradients import gradient_of
from scopecheck.models.world import current, scope_data
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.subscripts import part
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _custom_gradient(m: Machine, a: Arguments) -> Value:
    """``custom_gradient(f)``: the first of the two things that ``f`` returns."""
    function = a.args[0] if a.args else a.kwargs.get("f")

    def call(m: Machine, given: Arguments) -> Value:
        both = with_handles(m, lambda: call_value(m, function, given))
        made = both[0] if isinstance(both, tuple) and both else part(m, both, 0)
        if isinstance(made, (tuple, list)):
            return tuple(_passed_on(m, one, given) for one in made)
        return _passed_on(m, made, given)

    return Builtin("custom_gradient", call)


def with_handles(m: Machine, body: Callable[[], Value]) -> Value:
    """What a function with a gradient of its own gives; TypeError where it makes references.

    Source: tensorflow/python/ops/custom_gradient.py, ``_graph_mode_decorator``.
    """
    before = _in_scope(m)
    made = body()
    if any(one.kind == "ref" for one in _in_scope(m) - before):
        message = (
            "All variables used by a function wrapped with @custom_gradient must be "
            "`ResourceVariable`s. Ensure that no `variable_scope` is created with "
            "`use_resource=False`."
        )
        raise m.fail("TypeError", message)
    return made


def _in_scope(m: Machine) -> frozenset[VariableTensor]:
    """The variables below the scope in force, of which a graph's gradients need handles."""
    if m.world.executing_eagerly:
        return frozenset()
    start = scope_data(m).name
    held = current(m).collections
    return frozenset(
        one
        for key in (GLOBAL, LOCAL)
        for one in held.get(key, ())
        if isinstance(one, VariableTensor) and (one.name or "").startswith(start)
    )


def _passed_on(m: Machine, made: Value, given: Arguments) -> Value:
    """What a function with a gradient of its own returns: gradients flow to its arguments."""
    if not isinstance(made, Tensor):
        return made
    inputs = (made, *tensor_inputs(m, *given.every()))
    return operation(m, "IdentityN", inputs, made.shape, made.dtype)


def _implicit(with_value: bool) -> Model:
    """``implicit_gradients(f)``: calls ``f``; pairs of gradient and variable that it read.

    Source: tensorflow/python/eager/backprop.py, ``implicit_val_and_grad``.
    """

    def call(m: Machine, function: Value, given: Arguments) -> Value:
        value = call_value(m, function, given)
        if value is None:
            message = "Cannot differentiate a function that returns None; did you forget to …"
            raise m.fail("ValueError", message)
        pairs = watched(m, value, None)
        gradients: Value
        if pairs is None:
            gradients = m.unknown("gradients", not_none=True, tame=True)
        elif pairs:
            gradients = m.new_list([(gradient_of(m, value, one, False), one) for _, one in pairs])
        else:
            message = "No trainable variables were accessed while the function was being computed."
            raise m.fail("ValueError", message)
        return (value, gradients) if with_value else gradients

    return _made(call)


def _explicit(with_value: bool) -> Model:
    """``gradients_function(f)``: calls ``f``; gradients for its arguments."""

    def call(m: Machine, function: Value, given: Arguments) -> Value:
        value = call_value(m, function, given)
        gradients = m.unknown("gradients", not_none=True, tame=True)
        return (value, gradients) if with_value else gradients

    return _made(call)


def _made(call: Callable[[Machine, Value, Arguments], Value]) -> Model:
    def make(m: Machine, a: Arguments) -> Value:
        function = a.get(0, "f")
        return Builtin("gradients", lambda m, given: call(m, function, given))

    return make


MODELS: dict[str, Model] = {
    "tf.custom_gradient": _custom_gradient,
    "tf.contrib.eager.implicit_gradients": _implicit(False),
    "tf.contrib.eager.gradients_function": _explicit(False),
    "tf.contrib.eager.implicit_value_and_gradients": _implicit(True),
    "tf.contrib.eager.value_and_gradients_function": _explicit(True),
}
