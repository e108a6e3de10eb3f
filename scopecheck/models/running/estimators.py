"""What an estimator's model function returns: what the estimator will run.

Source: tensorflow_estimator/python/estimator/model_fn.py, ``EstimatorSpec``, and estimator.py,
``_train_with_estimator_spec`` and ``predict``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.growth import ran
from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_FIELDS = ("mode", "predictions", "loss", "train_op", "eval_metric_ops")
_SPECS = (
    "tf.estimator.EstimatorSpec",
    "tf.estimator.tpu.TPUEstimatorSpec",
    "tf.contrib.tpu.TPUEstimatorSpec",
    "tf.contrib.learn.ModelFnOps",
)


class Specification(Opaque):
    """An ``EstimatorSpec``, by its loss."""

    __slots__ = ("loss",)

    def __init__(self, loss: Value) -> None:
        super().__init__("tf.estimator.EstimatorSpec")
        self.loss = loss


def _spec(m: Machine, a: Arguments) -> Value:
    """``EstimatorSpec(...)``: in its mode the estimator runs what it is given."""
    given = {**dict(zip(_FIELDS, a.args, strict=False)), **a.kwargs}
    fetched = [_values(m, given[name]) for name in _FIELDS[1:] if name in given]
    if a.open:
        fetched.append((m.unknown("what the estimator runs"),))
    if not m.world.executing_eagerly:
        ran(m, tuple(one for values in fetched for one in values), ())
    return Specification(given.get("loss"))


def _values(m: Machine, value: Value) -> tuple[Value, ...]:
    if isinstance(value, DictRef):
        return tuple(m.contents(value).items.values())
    return (value,)


MODELS: dict[str, Model] = dict.fromkeys(_SPECS, _spec)
