"""``tf.contrib.layers.optimize_loss``: what it checks, and the learning rate it makes.

Source: tensorflow/contrib/layers/python/layers/optimizers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.functions import register
from scopecheck.models.contrib.training import updates_run
from scopecheck.models.contrib.weights import as_input, in_scope
from scopecheck.models.messages import shape_text, type_name
from scopecheck.models.naming import shown
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.global_step import MODELS as STEPS
from scopecheck.models.world import scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Extern, Foreign, ListRef, Raised, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_BY = "tf.contrib.layers.optimize_loss"
_OPTIMIZE = Signature(
    "loss, global_step, learning_rate, optimizer, gradient_noise_scale=None, "
    "gradient_multipliers=None, clip_gradients=None, learning_rate_decay_fn=None, "
    "update_ops=None, variables=None, name=None, summaries=None, "
    "colocate_gradients_with_ops=False, increment_global_step=True"
)
_BY_NAME = {
    "Adagrad": "Adagrad",
    "Adam": "Adam",
    "Ftrl": "Ftrl",
    "Momentum": "Momentum",
    "RMSProp": "RMSProp",
    "SGD": "GradientDescent",
}
_SUMMARIES = ("learning_rate", "loss", "gradients", "gradient_norm", "global_gradient_norm")


def optimize_loss(m: Machine, a: Arguments) -> Value:
    """``optimize_loss``: a learning_rate variable, then what the optimizer makes."""
    g = _OPTIMIZE.bind(m, "optimize_loss", a)
    loss = as_input(m, g["loss"])
    if isinstance(loss.shape, tuple) and loss.shape:
        name = shown(loss.name) if loss.name is not None else "…"
        message = f"Expected scalar shape for {name}:0, saw shape: {shape_text(m, loss.shape)}."
        raise _refused(m, message)
    step = _step(m, needed(m, g["global_step"]))

    def body() -> Value:
        rate = _learning_rate(m, needed(m, g["learning_rate"]))
        _check_summaries(m, g["summaries"])
        decay = needed(m, g["learning_rate_decay_fn"])
        if rate is not None and decay is not None:
            if step is None:
                raise _refused(m, "global_step is required for learning_rate_decay_fn.")
            rate = m.call(decay, (rate, step))
        optimizer = _optimizer(m, needed(m, g["optimizer"]), rate)
        if not isinstance(optimizer, Foreign):
            m.undecided("optimize_loss", "which optimizer it uses is not known", 1)
            return m.unknown("an operation", not_none=True)
        updates = updates_run(m, g["update_ops"])
        pairs = get_attribute(m, optimizer, "compute_gradients")
        pairs = m.call(pairs, (loss,), var_list=g["variables"])
        pairs = _clipped(m, needed(m, g["clip_gradients"]), pairs)
        applied = m.call(get_attribute(m, optimizer, "apply_gradients"), (pairs,))
        made = Tensor(m.identity(), "Train", (loss,))
        made.run_after(tensor_inputs(m, applied, updates))
        return made

    return in_scope(m, g["name"], "OptimizeLoss", None, body)


def _refused(m: Machine, message: str) -> Raised:
    return refuse_argument(m, _BY, "ValueError", message)


def _step(m: Machine, given: Value) -> Value:
    """The global step that is given or found; None where there is none."""
    if given is None:
        return STEPS["tf.train.get_global_step"](m, Arguments((), {}))
    STEPS["tf.train.assert_global_step"](m, Arguments((given,), {}))
    return given


def _learning_rate(m: Machine, rate: Value) -> Value:
    """A float becomes a variable of the scope; a scalar tensor stays what it is."""
    if isinstance(rate, float) and rate < 0:
        raise _refused(m, f"('Invalid learning_rate %s.', {rate})")
    if isinstance(rate, float):
        given: dict[str, Value] = {"name": "learning_rate", "shape": m.new_list()}
        return request_variable(m, {**given, "trainable": False}, scope_data(m), _BY)
    if rate is not None and (kind := type_name(rate)) is not None:
        head = f"Learning rate should be 0d Tensor or float. Got {rate}"
        raise _refused(m, f"{head} of type <class '{kind}'>")
    return rate


def _check_summaries(m: Machine, given: Value) -> None:
    value = needed(m, given)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef, str)) else None
    for one in held.items if held else ():
        if isinstance(one, str) and one not in _SUMMARIES:
            message = f"Summaries should be one of [{', '.join(_SUMMARIES)}], you provided {one}."
            raise _refused(m, message)


def _optimizer(m: Machine, given: Value, rate: Value) -> Value:
    """The optimizer: by its name, its class, itself, or made by a function."""
    if isinstance(given, str):
        return _named(m, given, rate)
    if isinstance(given, (Unknown, Foreign)):
        return given
    if isinstance(given, Extern) and given.name.endswith("Optimizer") and rate is None:
        raise _refused(m, "Learning rate is None, but should be specified if optimizer is class …")
    if is_callable(m, given) is False:
        message = (
            "Unrecognized optimizer: should be string, subclass of Optimizer, instance of subclass "
            f"of Optimizer or function with one argument. Got {_text(given)}."
        )
        raise _refused(m, message)
    made = m.call(given, (rate,) if rate is not None else ())
    if not isinstance(made, Foreign) and type_name(made) is not None:
        message = "Unrecognized optimizer: function should return subclass of Optimizer. Got "
        raise _refused(m, f"{message}{_text(made)}.")
    return made


def _named(m: Machine, given: str, rate: Value) -> Value:
    if rate is None:
        message = "Learning rate is None, but should be specified if optimizer is string"
        raise _refused(m, f"{message} ({given}).")
    if given not in _BY_NAME:
        names = ", ".join(_BY_NAME)
        raise _refused(m, f"Optimizer name should be one of [{names}], you provided {given}.")
    kwargs = {"momentum": 0.9} if given == "Momentum" else {}
    return m.call(Extern(f"tf.train.{_BY_NAME[given]}Optimizer"), (rate,), **kwargs)


def _clipped(m: Machine, clip: Value, pairs: Value) -> Value:
    if clip is None or isinstance(clip, float):
        return pairs
    if is_callable(m, clip) is False:
        kind = type_name(clip) or "…"
        raise _refused(m, f"Unknown type <class '{kind}'> for clip_gradients")
    return m.call(clip, (pairs,))


def _text(value: Value) -> str:
    return "…" if value is not None and type_name(value) is None else str(value)


MODELS: dict[str, Model] = register({"optimize_loss": optimize_loss})
