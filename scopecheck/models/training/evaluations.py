"""Evaluation loops: the local variable that counts the evaluations.

Source: tensorflow/python/training/evaluation.py; tensorflow/contrib/training/python/training/
evaluation.py; tensorflow/contrib/slim/python/slim/evaluation.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import LOCAL
from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.registry import Model
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import DType
from scopecheck.models.world import current, scope_data
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_EVAL_STEP = "eval_step"


def _eval_step(m: Machine, a: Arguments) -> Value:
    """The counter of the graph, made where it is missing."""
    held = current(m).collections.get(_EVAL_STEP, ())
    if held:
        return held[0]
    given: dict[str, Value] = {
        "name": _EVAL_STEP,
        "shape": m.new_list(()),
        "dtype": DType("int64"),
        "initializer": Initializer("zeros"),
        "trainable": False,
        "collections": (LOCAL, _EVAL_STEP),
    }
    return request_variable(m, given, scope_data(m), "tf.contrib.training.get_or_create_eval_step")


def _evaluate(m: Machine, a: Arguments) -> Value:
    """An evaluation: the counter, and a session that is closed again."""
    check_not_finalized(m)
    _eval_step(m, a)
    return m.unknown("the results of an evaluation", tame=True)


MODELS: dict[str, Model] = {
    "tf.contrib.training.get_or_create_eval_step": _eval_step,
    "tf.contrib.training.evaluate_once": _evaluate,
    "tf.contrib.training.evaluate_repeatedly": _evaluate,
}
for _prefix in ("tf.contrib.slim", "tf_slim"):
    MODELS[f"{_prefix}.evaluation.evaluate_once"] = _evaluate
    MODELS[f"{_prefix}.evaluation.evaluation_loop"] = _evaluate
