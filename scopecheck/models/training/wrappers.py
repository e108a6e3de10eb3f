"""Optimizers around another one: averages, synchronous replicas, clipping, decay of weights.

Source: tensorflow/python/training/sync_replicas_optimizer.py;
tensorflow/contrib/opt/python/training/{moving_average_optimizer,variable_clipping_optimizer,
multitask_optimizer_wrapper,weight_decay_optimizers}.py;
tensorflow/python/tpu/tpu_optimizer.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.classes import is_instance
from scopecheck.models.contrib.functions import in_name_scope
from scopecheck.models.graph_collections import LOCAL
from scopecheck.models.messages import type_name, value_text, variable_text
from scopecheck.models.opaque import Opaque
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import parts
from scopecheck.models.tensors import DType, Tensor, operation
from scopecheck.models.training.families import DECAYING_FAMILIES
from scopecheck.models.training.optimizers import MINIMIZE, optimizer
from scopecheck.models.world import EMPTY, within
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_APPLIED = "applied"
Apply = Callable[["Machine", "Wrapper", dict[str, Any]], Any]
Method = Callable[["Machine", "Wrapper", Arguments], Any]


@dataclass(frozen=True, slots=True)
class WrapperClass:
    """A class around an optimizer: what applying does, methods of its own; ``opt`` is inside."""

    name: str
    constructor: Signature
    apply: Apply = field(repr=False)
    methods: tuple[tuple[str, Method], ...] = field(default=(), repr=False)


class Wrapper(Foreign):
    """An optimizer around another; on the heap: whether it was applied, what it made."""

    __slots__ = ("cls", "given", "place")

    def __init__(self, cls: WrapperClass, given: dict[str, Any], place: int) -> None:
        self.cls = cls
        self.given = given
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wrapper) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("wrapper", self.place))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Its own methods, else what the optimizer inside has."""
        own: dict[str, Any] = {
            "minimize": self.minimize,
            "compute_gradients": self.compute,
            "apply_gradients": self.apply,
        }
        own.update({key: lambda m, a, one=one: one(m, self, a) for key, one in self.cls.methods})
        if name in own:
            return Builtin(name, own[name])
        if name in ("_opt", "_optimizer"):
            return self.given["opt"]
        return get_attribute(m, self.given["opt"], name)

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Its own class, and every optimizer's."""
        room = "tf.train" if self.cls.name == "SyncReplicasOptimizer" else "tf.contrib.opt"
        names = frozenset({f"{room}.{self.cls.name}", "tf.train.Optimizer"})
        return is_instance(m, names, kind)

    def compute(self, m: Machine, a: Arguments) -> Value:
        """``compute_gradients`` of the optimizer inside."""
        return call_value(m, get_attribute(m, self.given["opt"], "compute_gradients"), a)

    def minimize(self, m: Machine, a: Arguments) -> Value:
        """``Optimizer.minimize``: compute, then apply."""
        given = MINIMIZE.bind(m, "minimize", a)
        kept = Arguments((given["loss"],), {"var_list": given["var_list"]})
        pairs = self.compute(m, kept)
        _check_pairs(m, pairs, given["loss"])
        more = {"global_step": given["global_step"], "name": given["name"]}
        return self.apply(m, Arguments((pairs,), more))

    def apply(self, m: Machine, a: Arguments) -> Value:
        """``apply_gradients``: the optimizer inside, and what the wrapper adds."""
        given = _APPLY.bind(m, "apply_gradients", a)
        made = self.cls.apply(m, self, given)
        m.write(self.place, m.heap[self.place].set(_APPLIED, True))
        return made


_APPLY = Signature("grads_and_vars, global_step=None, name=None")


def held_pairs(m: Machine, pairs: Value) -> list[tuple[Value, Value]] | None:
    """The pairs of gradient and variable; None where they aren't all known."""
    held = iterate(m, pairs)
    rows = [parts(m, one) if isinstance(one, tuple) else None for one in held.items] if held else []
    if held is None or held.open or any(row is None or len(row) != 2 for row in rows):
        return None
    return [(row[0], row[1]) for row in rows if row is not None]


def _check_pairs(m: Machine, pairs: Value, loss: Value) -> None:
    held = held_pairs(m, pairs)
    if not held or any(gradient is not None for gradient, _ in held):
        return
    names = ", ".join(f'"{variable_text(m, one)}"' for _, one in held)
    message = (
        "No gradients provided for any variable, check your graph for ops that do not support "
        f"gradients, between variables [{names}] and loss {value_text(m, loss)}."
    )
    raise refuse_argument(m, "minimize", "ValueError", message)


def apply_inner(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """``self._opt.apply_gradients``."""
    apply = get_attribute(m, wrapper.given["opt"], "apply_gradients")
    return m.call(apply, (given["grads_and_vars"],), global_step=given["global_step"])


def _apply_clipped(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """The optimizer inside, in a name scope called after the wrapper."""
    default = naming.encode(m, wrapper.given["name"]) or wrapper.cls.name
    return in_name_scope(m, given["name"], default, lambda: apply_inner(m, wrapper, given))


# -- averages ---------------------------------------------------------------------------------


def _apply_averaged(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """The optimizer's slots, then the averages of what it trains."""
    step = apply_inner(m, wrapper, given)
    held = held_pairs(m, given["grads_and_vars"])
    trained = [one for gradient, one in held or () if gradient is not None]
    averages = m.heap[wrapper.place]["averages"]
    m.call(get_attribute(m, averages, "apply"), (m.new_list(trained, held is None),))
    return step


def _swapping_saver(m: Machine, wrapper: Wrapper, a: Arguments) -> Value:
    if _APPLIED not in m.heap[wrapper.place]:
        message = "Must call apply_gradients or minimize before creating the swapping_saver"
        raise refuse_argument(m, "swapping_saver", "RuntimeError", message)
    return Opaque("tf.train.Saver")


# -- replicas ---------------------------------------------------------------------------------


def _apply_synchronized(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """A local step, then the optimizer inside, outside any name scope."""
    by, step = wrapper.cls.name, needed(m, given["global_step"])
    held = held_pairs(m, given["grads_and_vars"])
    if held == []:
        raise refuse_argument(m, by, "ValueError", "Must supply at least one variable")
    if step is None:
        message = "Global step is required to check staleness"
        raise refuse_argument(m, by, "ValueError", message)
    dtype = DType(step.dtype) if isinstance(step, Tensor) and step.dtype else DType("int64")
    local = {"trainable": False, "collections": m.new_list((LOCAL,)), "dtype": dtype}
    m.library.call(m, "tf.Variable", Arguments((0,), {**local, "name": "sync_rep_local_step"}))
    with within(m, ""):
        made = apply_inner(m, wrapper, given)
        averages = needed(m, wrapper.given["variable_averages"])
        if averages is not None:
            listed = (wrapper.given["variables_to_average"],)
            m.call(get_attribute(m, averages, "apply"), listed)
    return made


def _after(name: str, message: str) -> tuple[str, Method]:
    """A method that is only called once gradients were applied."""

    def run(m: Machine, wrapper: Wrapper, a: Arguments) -> Value:
        if _APPLIED not in m.heap[wrapper.place]:
            raise refuse_argument(m, name, "ValueError", message)
        return operation(m, "QueueEnqueueManyV2", (), None, None)

    return name, run


# -- decay of weights -------------------------------------------------------------------------


def _decayed(method: str) -> tuple[str, Method]:
    """A method that takes ``decay_var_list`` as well, which makes no variables."""

    def run(m: Machine, wrapper: Wrapper, a: Arguments) -> Value:
        kept = {name: value for name, value in a.kwargs.items() if name != "decay_var_list"}
        inner = Arguments(a.args, kept, a.open_args, a.open_kwargs)
        return call_value(m, get_attribute(m, wrapper.given["opt"], method), inner)

    return method, run


def decaying(m: Machine, inner: Value) -> Value:
    """An optimizer with decay of weights."""
    return Wrapper(_DECAY, {"opt": inner}, m.allocate(EMPTY))


def _extended(m: Machine, a: Arguments) -> Value:
    """``extend_with_decoupled_weight_decay``: a class that takes the decay first."""
    base = _BASE.bind(m, "extend_with_decoupled_weight_decay", a)["base_optimizer"]

    def make(m: Machine, given: Arguments) -> Value:
        kwargs = {name: value for name, value in given.kwargs.items() if name != "weight_decay"}
        count = len(given.args) + ("weight_decay" in given.kwargs)
        if count != 1:
            words = f"__init__() takes 2 positional arguments but {count + 1} were given"
            raise refuse_argument(m, "OptimizerWithDecoupledWeightDecay", "TypeError", words)
        return decaying(m, m.call(base, (), **kwargs))

    return Builtin("OptimizerWithDecoupledWeightDecay", make)


_BASE = Signature("base_optimizer")
_DECAY = WrapperClass(
    "DecoupledWeightDecayExtension",
    Signature("opt"),
    apply_inner,
    (_decayed("minimize"), _decayed("apply_gradients")),
)
_CLIPPED = Signature("gradients_variables, clip_norm=20.0")


def _clip(m: Machine, a: Arguments) -> Value:
    """``clip_gradients_by_global_norm``: the pairs with other gradients, and the norm."""
    g = _CLIPPED.bind(m, "clip_gradients_by_global_norm", a)
    held = held_pairs(m, g["gradients_variables"])
    rows = [(_scaled(m, gradient), one) for gradient, one in held or ()]
    norm = operation(m, "Sqrt", tuple(one for one, _ in rows), (), "float32")
    return m.new_list(rows, held is None), norm


def _scaled(m: Machine, gradient: Value) -> Value:
    if not isinstance(gradient, Tensor):
        return gradient
    return operation(m, "Mul", (gradient,), gradient.shape, gradient.dtype)


def _multitask(m: Machine, a: Arguments) -> Value:
    """``MultitaskOptimizerWrapper``: everything is the optimizer's that is given."""
    given = needed(m, Signature("opt").bind(m, "__init__", a)["opt"])
    if type_name(given) is not None:
        message = "Supplied optimizer must be an instance of tf.train.Optimizer"
        raise refuse_argument(m, "MultitaskOptimizerWrapper", "TypeError", message)
    return given


_CLASSES = {
    "tf.contrib.opt.MovingAverageOptimizer": WrapperClass(
        "MovingAverageOptimizer",
        Signature("opt, average_decay=0.9999, num_updates=None, sequential_update=True"),
        _apply_averaged,
        (("swapping_saver", _swapping_saver),),
    ),
    "tf.contrib.opt.VariableClippingOptimizer": WrapperClass(
        "VariableClippingOptimizer",
        Signature(
            "opt, vars_to_clip_dims, max_norm, use_locking=False, "
            "colocate_clip_ops_with_vars=False, name=VariableClipping"
        ),
        _apply_clipped,
    ),
    "tf.contrib.tpu.CrossShardOptimizer": WrapperClass(
        "CrossShardOptimizer",
        Signature("opt, reduction=mean, name=CrossShardOptimizer, group_assignment=None"),
        apply_inner,
    ),
    "tf.train.SyncReplicasOptimizer": WrapperClass(
        "SyncReplicasOptimizer",
        Signature(
            "opt, replicas_to_aggregate, total_num_replicas=None, variable_averages=None, "
            "variables_to_average=None, use_locking=False, name=sync_replicas"
        ),
        _apply_synchronized,
        (
            _after("get_chief_queue_runner", "Should be called after apply_gradients()."),
            _after(
                "get_init_tokens_op",
                "get_init_tokens_op() should be called after apply_gradients().",
            ),
            ("make_session_run_hook", lambda m, one, a: Opaque("tf.train.SessionRunHook")),
        ),
    ),
}


def _maker(cls: WrapperClass) -> Model:
    def run(m: Machine, a: Arguments) -> Value:
        given = cls.constructor.bind(m, "__init__", a)
        if isinstance(needed(m, given["opt"]), Unknown):
            m.undecided(cls.name, "the optimizer that it is given is not known", 1)
            return m.unknown(f"{cls.name}(…)", not_none=True)
        held = EMPTY
        if "average_decay" in given:
            decay = Arguments((given["average_decay"],))
            averages = m.library.call(m, "tf.train.ExponentialMovingAverage", decay)
            held = held.set("averages", averages)
        return Wrapper(cls, given, m.allocate(held))

    return run


def _decaying(name: str) -> Model:
    """``AdamWOptimizer`` and its like."""
    make = optimizer(DECAYING_FAMILIES[name], name)
    return lambda m, a: decaying(m, make(m, a))


MODELS: dict[str, Model] = {
    **{name: _maker(cls) for name, cls in _CLASSES.items()},
    **{f"tf.contrib.opt.{name}": _decaying(name) for name in DECAYING_FAMILIES},
    "tf.contrib.opt.MultitaskOptimizerWrapper": _multitask,
    "tf.contrib.opt.clip_gradients_by_global_norm": _clip,
    "tf.contrib.opt.extend_with_decoupled_weight_decay": _extended,
}
