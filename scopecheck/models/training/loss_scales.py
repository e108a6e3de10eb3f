"""Optimizers that scale their loss, and that drop gradients which come too late.

A scale that changes keeps itself and its counts in variables. What is applied only now and then
is applied inside of a ``tf.cond``, whose name scope the optimizer's own variables are under.

Source: tensorflow/contrib/mixed_precision/python/{loss_scale_manager,loss_scale_optimizer}.py;
tensorflow/python/training/experimental/{loss_scale,loss_scale_optimizer,mixed_precision}.py;
tensorflow/contrib/opt/python/training/drop_stale_gradient_optimizer.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import DType
from scopecheck.models.training.wrappers import Wrapper, WrapperClass, apply_inner
from scopecheck.models.world import EMPTY, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class LossScale(Opaque):
    """How a loss is scaled; changes: whether that is adapted while training."""

    __slots__ = ("changes",)

    def __init__(self, what: str, changes: bool) -> None:
        super().__init__(what)
        self.changes = changes


def _fixed(m: Machine, a: Arguments) -> Value:
    return LossScale("a fixed loss scale", False)


def _keeping(*rows: tuple[str, str]) -> Model:
    """A scale that is adapted: its variables, not trainable, by name and dtype."""

    def run(m: Machine, a: Arguments) -> Value:
        for name, dtype in rows:
            given = {"name": name, "trainable": False, "dtype": DType(dtype)}
            m.library.call(m, "tf.Variable", Arguments((0,), given))
        return LossScale("a loss scale", True)

    return run


_exponential = _keeping(("loss_scale", "float32"), ("good_steps", "int32"), ("bad_steps", "int32"))
_dynamic = _keeping(("current_loss_scale", "float32"), ("good_steps", "int64"))


def _changes(wrapper: Wrapper) -> bool:
    held = wrapper.given["loss_scale"]
    return isinstance(held, LossScale) and held.changes


def _apply_finite(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """Contrib's: inside of a condition; then the scale is adapted."""
    with under(m, "cond"):
        made = apply_inner(m, wrapper, given)
    if _changes(wrapper):
        with under(m, "cond"):
            return made
    return made


def _apply_scaled(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """TensorFlow's own: the scale is adapted first; a fixed one needs no condition."""
    if not _changes(wrapper):
        return apply_inner(m, wrapper, given)
    with under(m, "cond"):
        pass
    with under(m, "cond"):
        return apply_inner(m, wrapper, given)


_CONTRIB = WrapperClass("LossScaleOptimizer", Signature("opt, loss_scale"), _apply_finite)
_OWN = WrapperClass("MixedPrecisionLossScaleOptimizer", Signature("opt, loss_scale"), _apply_scaled)


def _scale_of(m: Machine, given: Value) -> Value:
    """``loss_scale.get``: a number is fixed, a text asks for one that is adapted."""
    value = needed(m, given)
    if value == "dynamic":
        return _dynamic(m, Arguments(()))
    return value if isinstance(value, LossScale) else _fixed(m, Arguments(()))


def _contrib(m: Machine, a: Arguments) -> Value:
    g = Signature("opt, loss_scale_manager").bind(m, "__init__", a)
    given = {"opt": needed(m, g["opt"]), "loss_scale": needed(m, g["loss_scale_manager"])}
    return Wrapper(_CONTRIB, given, m.allocate(EMPTY))


def _own(m: Machine, a: Arguments) -> Value:
    g = Signature("opt, loss_scale").bind(m, "__init__", a)
    given = {"opt": needed(m, g["opt"]), "loss_scale": _scale_of(m, g["loss_scale"])}
    return Wrapper(_OWN, given, m.allocate(EMPTY))


def _rewritten(m: Machine, a: Arguments) -> Value:
    """``enable_mixed_precision_graph_rewrite``."""
    g = Signature("opt, loss_scale=dynamic").bind(m, "enable_mixed_precision_graph_rewrite", a)
    return _own(m, Arguments((g["opt"], g["loss_scale"])))


def _apply_fresh(m: Machine, wrapper: Wrapper, given: dict[str, Any]) -> Value:
    """``DropStaleGradientOptimizer``: a count of what came late, then a condition."""
    kept: dict[str, Value] = {
        "name": "stale_counter",
        "shape": m.new_list(),
        "initializer": Initializer("zeros"),
        "trainable": False,
    }
    request_variable(m, kept, scope_data(m), wrapper.cls.name)
    with under(m, "cond"):
        return apply_inner(m, wrapper, given)


_FRESH = WrapperClass(
    "DropStaleGradientOptimizer",
    Signature("opt, staleness, use_locking=False, name=DropStaleGradient"),
    _apply_fresh,
)


def _fresh(m: Machine, a: Arguments) -> Value:
    return Wrapper(_FRESH, _FRESH.constructor.bind(m, "__init__", a), m.allocate(EMPTY))


_MIXED = "tf.contrib.mixed_precision"
MODELS: dict[str, Model] = {
    f"{_MIXED}.FixedLossScaleManager": _fixed,
    f"{_MIXED}.ExponentialUpdateLossScaleManager": _exponential,
    f"{_MIXED}.LossScaleOptimizer": _contrib,
    "tf.contrib.opt.DropStaleGradientOptimizer": _fresh,
    "tf.train.experimental.enable_mixed_precision_graph_rewrite": _rewritten,
    "tf.mixed_precision.enable_mixed_precision_graph_rewrite": _rewritten,
}
for _room in ("tf.train.experimental", "tf.mixed_precision", "tf.mixed_precision.experimental"):
    MODELS[f"{_room}.FixedLossScale"] = _fixed
    MODELS[f"{_room}.DynamicLossScale"] = _dynamic
    MODELS[f"{_room}.MixedPrecisionLossScaleOptimizer"] = _own
