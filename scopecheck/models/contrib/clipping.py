"""``adaptive_clipping_fn``: a function that clips gradients by statistics of its own.

Source: tensorflow/contrib/layers/python/layers/optimizers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import parts
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import DType, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "adaptive_clipping_fn"
_SIGNATURE = Signature(
    "std_factor=2.0, decay=0.95, static_max_norm=None, global_step=None, report_summary=False, "
    "epsilon=1e-8, name=None"
)


def _adaptive_clipping_fn(m: Machine, a: Arguments) -> Value:
    g = _SIGNATURE.bind(m, _BY, a)

    def clip(m: Machine, given: Arguments) -> Value:
        """Two statistics in the scope named or ``AdaptiveMaxNorm``, at every call."""
        held = iterate(m, next(iter((*given.args, *given.kwargs.values())), None))
        pairs = held.items if held is not None else ()
        read = in_scope(m, g["name"], "AdaptiveMaxNorm", None, lambda: _statistics(m))
        scaled = [_scaled(m, pair, read) for pair in pairs]
        return m.new_list(scaled, held is None or held.open)

    return Builtin("gradient_clipping", clip)


def _statistics(m: Machine) -> tuple[Value, ...]:
    given = {"shape": (), "dtype": DType("float32"), "trainable": False}
    made = []
    for name in ("mean", "sq_mean"):
        asked = {**given, "name": name, "initializer": Initializer("zeros")}
        made.append(request_variable(m, asked, scope_data(m), _BY))
    return tuple(made)


def _scaled(m: Machine, pair: Value, read: tuple[Value, ...]) -> Value:
    held = parts(m, pair) if isinstance(pair, tuple) else None
    if held is None or not isinstance(held[0], Tensor):
        return pair
    gradient = held[0]
    return operation(m, "Mul", (gradient, *read), gradient.shape, gradient.dtype), *held[1:]


MODELS: dict[str, Model] = {
    f"{module}.{_BY}": _adaptive_clipping_fn
    for module in ("tf.contrib.layers", "tf.contrib.slim", "tf_slim")
}
