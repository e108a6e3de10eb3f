"""TF-GAN's training: an operation for each network, hooks, ``gan_train`` and ``GANEstimator``.

Source: tensorflow/contrib/gan/python/train.py and estimator/python/gan_estimator_impl.py; the
same in tensorflow_gan.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models.callbacks import call_back
from scopecheck.models.gan.losses import loss_by
from scopecheck.models.gan.networks import gan_model, tensor_of, trained_in
from scopecheck.models.gan.tuples import (
    CYCLE,
    GAN,
    LIBRARIES,
    LOSS,
    NEWER,
    OPS,
    field,
    in_variable_scope,
    is_a,
)
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.graphs import Session, finalize
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.running.estimator_runs import EVAL, PREDICT, Estimator
from scopecheck.models.running.estimators import Specification
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.scope_names import under
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import DType, operation
from scopecheck.models.training.wrappers import Wrapper
from scopecheck.models.world import scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.stdlib.inspecting import parameter_names
from scopecheck.symbolic.values import Builtin, Extern, Function, Method, Partial, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_NAMES = ("model", "loss", "generator_optimizer", "discriminator_optimizer")
_OPTIONS = ("check_for_unused_update_ops", "is_chief")
_PARTS = ("generator", "discriminator")
_TRAIN = "tf.contrib.training.create_train_op"


def gan_train_ops(m: Machine, a: Arguments) -> Value:
    """``gan_train_ops``: the global step, and for each network a step on its own variables."""
    given = {**dict(zip((*_NAMES, *_OPTIONS), a.args, strict=False)), **a.kwargs}
    model = needed(m, given.get("model"))
    if is_a(model, CYCLE):
        return _of_cycle(m, model, given)
    step = m.call(Extern("tf.train.get_or_create_global_step"))
    counted = _counted(m, step)
    more = {name: one for name, one in given.items() if name not in (*_NAMES, *_OPTIONS)}
    updates = more.pop("update_ops", None)
    found = [_updates(m, field(m, model, f"{part}_scope")) for part in _PARTS]
    if m.truth(needed(m, given.get(_OPTIONS[0], True))):
        _check_used(m, updates, found)
    made = []
    for part, listed in zip(_PARTS, found, strict=True):
        optimizer = needed(m, given.get(f"{part}_optimizer"))
        _own_step(m, optimizer, step, part)
        with under(m, f"{part}_train"):
            loss = field(m, given.get("loss"), f"{part}_loss")
            kept: dict[str, Value] = {
                "total_loss": loss,
                "optimizer": optimizer,
                "global_step": None,
                "variables_to_train": field(m, model, f"{part}_variables"),
                "update_ops": listed if updates is None else updates,
            }
            made.append(m.library.call(m, _TRAIN, Arguments((), {**kept, **more})))
    return Record(OPS, (*made, counted, m.new_list()))


def _of_cycle(m: Machine, model: Value, given: dict[str, Value]) -> Value:
    """The operations of both models, in pairs."""
    both = []
    for way in ("x2y", "y2x"):
        inner = {"model": field(m, model, f"model_{way}")}
        inner["loss"] = field(m, given.get("loss"), f"loss_{way}")
        with under(m, f"cyclegan_{way}_train"):
            both.append(gan_train_ops(m, Arguments((), {**given, **inner})))
    steps = [tuple(field(m, one, f"{part}_train_op") for one in both) for part in _PARTS]
    counted = _counted(m, m.call(Extern("tf.train.get_or_create_global_step")))
    return Record(OPS, (*steps, counted, ()))


def _counted(m: Machine, step: Value) -> Value:
    return m.call(get_attribute(m, step, "assign_add"), (1,))


def _updates(m: Machine, scope: Value) -> Value:
    """The updates whose names begin with a scope's."""
    name = get_attribute(m, scope, "name")
    return m.library.call(m, "tf.get_collection", Arguments(("update_ops", name)))


def _check_used(m: Machine, updates: Value, found: list[Value]) -> None:
    """Every update has to be in one of the two scopes."""
    given = m.library.call(m, "tf.get_collection", Arguments(("update_ops",)))
    every = iterate(m, given if updates is None else updates)
    used = [iterate(m, one) for one in found]
    if every is None or every.open or any(one is None or one.open for one in used):
        return
    if not {*every.items} <= {item for one in used if one is not None for item in one.items}:
        message = "There are unused update ops: …"
        raise refuse_argument(m, "gan_train_ops", "ValueError", message)


def _own_step(m: Machine, optimizer: Value, step: Value, part: str) -> None:
    """A synchronizing optimizer counts its steps in a variable of its own."""
    if not isinstance(optimizer, Wrapper) or optimizer.cls.name != "SyncReplicasOptimizer":
        return
    dtype = step.dtype if isinstance(step, VariableTensor) else None
    given: dict[str, Value] = {
        "name": f"dummy_global_step_{part}",
        "shape": m.new_list(),
        "dtype": DType(dtype or "int64"),
        "initializer": Initializer("zeros"),
        "trainable": False,
        "collections": (GLOBAL,),
    }
    request_variable(m, given, scope_data(m), "gan_train_ops")


def _train(m: Machine, a: Arguments) -> Value:
    """``gan_train``: a monitored session that finalizes the graph, and the steps."""
    ops = needed(m, a.get(0, "train_ops"))
    at = m.world.stack[-1]
    finalize(m, at)
    session = Session(at, m.loops)
    fetched = tuple(field(m, ops, name) for name in OPS.fields[:3]) if ops is not None else ()
    m.call(get_attribute(m, session, "run"), (m.new_list(fetched),))
    finalize(m, at, False)
    return m.unknown("the global step", tame=True)


def _hooks(name: str) -> Model:
    return lambda m, a: Builtin(name, lambda m, a: m.new_list((), True))


# -- the estimator ----------------------------------------------------------------------

_ESTIMATOR = (
    "model_dir generator_fn discriminator_fn generator_loss_fn discriminator_loss_fn "
    "generator_optimizer discriminator_optimizer get_hooks_fn get_eval_metric_ops_fn "
    "add_summaries use_loss_summaries config warm_start_from is_chief"
).split()
_CALLED = (Function, Method, Partial)


class GanEstimator(Estimator):
    """``GANEstimator``: a model and its two steps in the graph of each mode."""

    __slots__ = ("given", "newer")

    def __init__(self, given: dict[str, Value], newer: bool, params: Value, place: int) -> None:
        super().__init__(None, params, place)
        self.given = given
        self.newer = newer

    def _model(self, m: Machine, features: Value, labels: Value, mode: str) -> Value:
        functions = [self._function(one, mode) for one in ("generator_fn", "discriminator_fn")]
        if mode == PREDICT:
            with in_variable_scope(m, "Generator") as scope:
                inputs = tensor_of(m, features)
                made = call_back(m, "GANEstimator", functions[0], (inputs,))
            return Specification(Record(GAN, (inputs, made, trained_in(m, scope), *(None,) * 8)))
        names = {"check_shapes": False}
        model = gan_model(self.newer)(m, Arguments((*functions, labels, features), dict(names)))
        told = self.given.get("use_loss_summaries", True)
        losses = [self._loss(m, part, model, told) for part in _PARTS]
        whole = operation(m, "Add", tensor_inputs(m, *losses), (), "float32")
        if mode == EVAL:
            self._evaluate(m, model, losses)
            return Specification(whole)
        optimizers = [self._optimizer(m, part) for part in _PARTS]
        ops = gan_train_ops(m, Arguments((model, Record(LOSS, tuple(losses)), *optimizers)))
        hooks = self.given.get("get_hooks_fn")
        if isinstance(hooks, _CALLED):
            call_back(m, "GANEstimator", hooks, (ops,))
        return Specification(whole)

    def _function(self, name: str, mode: str) -> Value:
        """A network's function, told the mode where it asks for it."""
        function = self.given.get(name)
        asks = "mode" in (parameter_names(function) or ())
        return Partial(function, (), (("mode", mode),)) if asks else function

    def _loss(self, m: Machine, part: str, model: Value, told: Value) -> Value:
        function = self.given.get(f"{part}_loss_fn")
        return loss_by(m, function, model, self.newer, add_summaries=told)

    def _optimizer(self, m: Machine, part: str) -> Value:
        given = needed(m, self.given.get(f"{part}_optimizer"))
        return m.call(given) if isinstance(given, _CALLED) else given

    def _evaluate(self, m: Machine, model: Value, losses: list[Value]) -> None:
        with under(m, ""), under(m, "metrics"):
            for one in losses:
                m.library.call(m, "tf.metrics.mean", Arguments((one,)))
            more = self.given.get("get_eval_metric_ops_fn")
            if isinstance(more, _CALLED):
                call_back(m, "GANEstimator", more, (model,))


def _estimator(newer: bool) -> Model:
    def run(m: Machine, a: Arguments) -> Value:
        given = {**dict(zip(_ESTIMATOR, a.args, strict=False)), **a.kwargs}
        params = given.get("params")
        params = m.new_dict({}) if params is None else params
        return GanEstimator(given, newer, params, m.allocate(None))

    return run


MODELS: dict[str, Model] = {}
for _library in LIBRARIES:
    _functions: dict[str, Callable[[Machine, Arguments], Value]] = {
        "gan_train_ops": gan_train_ops,
        "gan_train": _train,
        "get_sequential_train_hooks": _hooks("get_hooks"),
        "get_joint_train_hooks": _hooks("get_hooks"),
        "get_sequential_train_steps": lambda m, a: Opaque("tf.contrib.gan.train_steps"),
        "RunTrainOpsHook": lambda m, a: Opaque("tf.contrib.gan.RunTrainOpsHook"),
        "estimator.GANEstimator": _estimator(_library == NEWER),
    }
    MODELS.update({f"{_library}.{name}": model for name, model in _functions.items()})
