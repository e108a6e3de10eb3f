"""``tf.estimator.train_and_evaluate``, and what says for how long.

Source: tensorflow_estimator/python/estimator/training.py, ``train_and_evaluate``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.opaque import Opaque, own_graphs
from scopecheck.models.registry import Model, Signature
from scopecheck.models.running.custom_estimators import estimator_of
from scopecheck.models.running.estimator_runs import EVAL, TRAIN, Estimator
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_TRAIN_SPEC = Signature("input_fn, max_steps=None, hooks=None, saving_listeners=None")
_EVAL_SPEC = Signature(
    "input_fn, steps=100, name=None, hooks=None, exporters=None, start_delay_secs=120, "
    "throttle_secs=600"
)
_TRAIN_AND_EVALUATE = Signature("estimator, train_spec, eval_spec")


class Steps(Foreign):
    """``TrainSpec`` and ``EvalSpec``: by the input that they name."""

    __slots__ = ("input_fn",)

    def __init__(self, input_fn: Value) -> None:
        self.input_fn = input_fn

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Steps) and self.input_fn == other.input_fn

    def __hash__(self) -> int:
        return hash(self.input_fn)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``input_fn``; the rest does not matter here."""
        return self.input_fn if name == "input_fn" else Opaque(f"tf.estimator.{name}")


def _steps(signature: Signature, function: str) -> Model:
    return lambda m, a: Steps(signature.bind(m, function, a)["input_fn"])


def _train_and_evaluate(m: Machine, a: Arguments) -> Value:
    """In one process: the training's graph, and then the evaluation's."""
    given = _TRAIN_AND_EVALUATE.bind(m, "train_and_evaluate", a)
    estimator = estimator_of(m, needed(m, given["estimator"]))
    if not isinstance(estimator, Estimator):
        own_graphs(m, "tf.estimator.train_and_evaluate")
        return Opaque("tf.estimator.results")
    for mode, name in ((TRAIN, "train_spec"), (EVAL, "eval_spec")):
        spec = needed(m, given[name])
        if isinstance(spec, Steps):
            estimator.run(m, mode, spec.input_fn)
    return Opaque("tf.estimator.results")


MODELS: dict[str, Model] = {
    "tf.estimator.TrainSpec": _steps(_TRAIN_SPEC, "TrainSpec"),
    "tf.estimator.EvalSpec": _steps(_EVAL_SPEC, "EvalSpec"),
    "tf.estimator.train_and_evaluate": _train_and_evaluate,
}
