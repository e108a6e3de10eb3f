"""Learning rates that decay: scalars, each computed in a name scope of its own.

Source: tensorflow/python/training/learning_rate_decay.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.arguments import composed, dtype_of, items_of, tensor_inputs
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_STEPS = "learning_rate, global_step, decay_steps"
_SCHEDULES = {
    "exponential_decay": ("ExponentialDecay", f"{_STEPS}, decay_rate, staircase=False"),
    "natural_exp_decay": ("ExponentialDecay", f"{_STEPS}, decay_rate, staircase=False"),
    "inverse_time_decay": ("InverseTimeDecay", f"{_STEPS}, decay_rate, staircase=False"),
    "polynomial_decay": (
        "PolynomialDecay",
        f"{_STEPS}, end_learning_rate=0.0001, power=1.0, cycle=False",
    ),
    "cosine_decay": ("CosineDecay", f"{_STEPS}, alpha=0.0"),
    "cosine_decay_restarts": (
        "SGDRDecay",
        "learning_rate, global_step, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0",
    ),
    "linear_cosine_decay": (
        "LinearCosineDecay",
        f"{_STEPS}, num_periods=0.5, alpha=0.0, beta=0.001",
    ),
    "noisy_linear_cosine_decay": (
        "NoisyLinearCosineDecay",
        f"{_STEPS}, initial_variance=1.0, variance_decay=0.55, num_periods=0.5, alpha=0.0, "
        "beta=0.001",
    ),
    "piecewise_constant": ("PiecewiseConstant", "x, boundaries, values"),
}


def _schedule(function: str, default: str, arguments: str) -> Model:
    signature = Signature(f"{arguments}, name=None")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        if m.world.executing_eagerly:
            return m.unknown("a learning rate", not_none=True)
        rate = g.get("learning_rate")
        if rate is None:
            values = items_of(m, g["values"])
            rate = values[0] if values else m.unknown()
        dtype = "float32" if isinstance(rate, float) else dtype_of(m, rate)
        made = operation(m, default, tensor_inputs(m, *a.every()), (), dtype, g["name"] or default)
        return composed(made)

    return run


MODELS: dict[str, Model] = {
    f"tf.train.{name}": _schedule(name, *schedule) for name, schedule in _SCHEDULES.items()
}
MODELS["tf.train.piecewise_constant_decay"] = MODELS["tf.train.piecewise_constant"]
