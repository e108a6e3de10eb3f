"""Keras's functions of tensors: losses, metrics, activations and the backend's operations.

Source: tensorflow/python/keras/losses.py, metrics.py, activations.py and backend.py: each
builds operations on what it is given, so that gradients flow through, and makes no variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.other import generic_op
from scopecheck.models.told import tensors_in
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value
from scopecheck.trace import LearningPhase

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_MODULES = frozenset("losses metrics activations backend objectives".split())
_NO_TENSOR = frozenset(
    "int_shape ndim dtype eval get_value set_value batch_get_value batch_set_value function "
    "is_keras_tensor is_tensor is_placeholder is_sparse is_variable count_params get_session "
    "set_session clear_session name_scope rnn gradients get_variable_shape".split()
)


class KerasFunction(Opaque):
    """A loss, metric or activation as an object: called with tensors, it computes from them.

    given: what it was made with.
    """

    __slots__ = ("given",)

    def __init__(self, what: str, given: Arguments) -> None:
        super().__init__(what)
        self.given = given

    def call(self, m: Machine, args: Any) -> Value:
        """A tensor computed from those given, whose shape is not known."""
        if tensors_in(m, args.every()):
            return generic_op(m, self.what, args)
        return super().call(m, args)


def _trains(m: Machine, name: str, a: Arguments) -> bool:
    """Whether the learning phase is asked for, or set to training."""
    if name == "set_learning_phase":
        value = needed(m, a.args[0] if a.args else a.kwargs.get("value"))
        return isinstance(value, (bool, int)) and bool(value)
    return name == "learning_phase"


def function_call(m: Machine, module: list[str], name: str, a: Arguments) -> Value:
    """Calls ``keras.MODULE.NAME``; NotImplemented where it is no function of tensors."""
    if module[:1] == ["backend"] and _trains(m, name, a):
        m.emit(LearningPhase(m.site(), m.path()))
    if (module[:1] == ["backend"] and name in _NO_TENSOR) or module[0] not in _MODULES:
        return NotImplemented
    if name[:1].isupper() or name == "get":
        return KerasFunction(f"tf.keras.{module[0]}.{name}", a)
    return generic_op(m, name, a) if tensors_in(m, a.every()) else NotImplemented
