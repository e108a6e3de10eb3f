"""``tf.estimator.Estimator``: its model function, run in a graph of its own for each mode.

Source: tensorflow_estimator/python/estimator/estimator.py (``_train_model_default``,
``_evaluate_build_graph``, ``predict``, ``_add_meta_graph_for_mode``, ``_call_model_fn``) and
inputs/numpy_io.py; evaluation.py's ``_get_or_create_eval_step``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.callbacks import call_back
from scopecheck.models.graph_collections import LOCAL
from scopecheck.models.graphs import GraphContext, new_graph
from scopecheck.models.inputs.datasets import Dataset, batched, element_of, tensors, unbatched
from scopecheck.models.opaque import Opaque
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.running.estimator_checks import (
    check_evaluation,
    check_model_function,
    check_training,
)
from scopecheck.models.running.estimators import Specification
from scopecheck.models.tensors import UNSEEN
from scopecheck.models.training.global_step import request_counter
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.inspecting import parameter_names
from scopecheck.symbolic.values import (
    Builtin,
    DictRef,
    Foreign,
    Function,
    Instance,
    ListRef,
    Method,
    Partial,
    Unknown,
    Value,
)
from scopecheck.trace import GraphRestored

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

TRAIN, EVAL, PREDICT = "train", "eval", "infer"
_ESTIMATOR = Signature("model_fn, model_dir=None, config=None, params=None, warm_start_from=None")
_TPU_ESTIMATOR = Signature(
    "model_fn=None, model_dir=None, config=None, params=None, use_tpu=True, "
    "train_batch_size=None, eval_batch_size=None, predict_batch_size=None, batch_axis=None, "
    "eval_on_tpu=True, export_to_tpu=True, export_to_cpu=True, warm_start_from=None, "
    "experimental_export_device_assignment=False, embedding_config_spec=None, "
    "export_saved_model_api_version=None"
)
_METHODS = {"train": TRAIN, "evaluate": EVAL, "predict": PREDICT}
_EXPORTS = ("export_savedmodel", "export_saved_model")
_NUMPY = Signature(
    "x, y=None, batch_size=128, num_epochs=1, shuffle=None, queue_capacity=1000, num_threads=1"
)
_FOLLOWED = (Function, Method, Partial)


class Estimator(Foreign):
    """An estimator. params: what it hands on. On the heap: the graph that it trained first."""

    __slots__ = ("function", "params", "place")

    def __init__(self, function: Value, params: Value, place: int) -> None:
        self.function = function
        self.params = params
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Estimator) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``train``, ``evaluate``, ``predict``; what else it has makes nothing that is seen."""
        if name == "params":
            return self.params
        if name in _METHODS:
            return Builtin(name, lambda m, a: self._method(m, _METHODS[name], a))
        if name in _EXPORTS:
            return Builtin(name, self._export)
        if name == "experimental_export_all_saved_models":
            return Builtin(name, self._export_all)
        return Opaque(f"tf.estimator.Estimator.{name}")

    def _method(self, m: Machine, mode: str, a: Arguments) -> Value:
        check = {TRAIN: check_training, EVAL: check_evaluation}.get(mode)
        if check is not None:
            check(m, a)
        return self.run(m, mode, _given(a, 0, "input_fn"))

    def _export(self, m: Machine, a: Arguments) -> Value:
        mode = a.kwargs.get("experimental_mode", PREDICT)
        receiver = _given(a, 1, "serving_input_receiver_fn")
        self.run(m, mode if isinstance(mode, str) else PREDICT, receiver, exported=True)
        return Opaque("tf.estimator.Estimator.exported")

    def _export_all(self, m: Machine, a: Arguments) -> Value:
        receivers = _given(a, 1, "input_receiver_fn_map")
        if isinstance(receivers, DictRef):
            for mode in (TRAIN, EVAL, PREDICT):
                if mode in m.contents(receivers).items:
                    self.run(m, mode, m.contents(receivers).items[mode], exported=True)
        return Opaque("tf.estimator.Estimator.exported")

    def run(self, m: Machine, mode: str, input_fn: Value, exported: bool = False) -> Value:
        """The graph of a mode: the global step, the input, the model, the evaluation's own.

        exported: the input is a receiver's, and nothing of an evaluation is made.
        """
        context = GraphContext(new_graph(m))
        token = context.held(m)
        context.enter(m, None)
        trained: int | None = m.heap[self.place]
        if trained is not None:
            m.emit(GraphRestored(m.site(), m.path(), context.graph, trained))
        elif mode == TRAIN and not exported:
            m.write(self.place, context.graph)
        try:
            m.library.call(m, "tf.train.create_global_step", Arguments((), {}))
            features, labels = (
                self._received(m, input_fn) if exported else self._input(m, mode, input_fn)
            )
            spec = self._model(m, features, labels, mode)
            if mode == EVAL and not exported:
                _evaluation(m, spec)
        finally:
            context.leave(m, token)
        return self if mode == TRAIN else Opaque("tf.estimator.Estimator.results")

    def _input(self, m: Machine, mode: str, function: Value) -> tuple[Value, Value]:
        """Features and labels; a prediction has no labels, whatever the input gives."""
        given = {"mode": mode, "params": self.params}
        value: Value = m.unknown("the estimator's input", not_none=True)
        if isinstance(function, _FOLLOWED):
            given = {
                name: one
                for name, one in given.items()
                if name in (parameter_names(function) or ())
            }
            value = call_back(m, "Estimator", function, **given)
        elif isinstance(function, Builtin):
            value = function.run(m, Arguments((), {}))
        if isinstance(value, Dataset):
            value = tensors(m, value.element)
        if isinstance(value, Unknown):
            return value, None if mode == PREDICT else m.unknown("the estimator's labels")
        pair = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
        if pair is None:
            return value, None
        if mode == PREDICT and pair.items:
            return pair.items[0], None
        if pair.open or len(pair.items) != 2:
            told = "input_fn should return (features, labels) as a len 2 tuple."
            raise refuse_argument(m, "Estimator", "ValueError", told)
        return pair.items[0], pair.items[1]

    def _received(self, m: Machine, function: Value) -> tuple[Value, Value]:
        """Features and labels of the receiver that a function makes, where it has labels."""
        receiver: Value = None
        if isinstance(function, _FOLLOWED):
            receiver = call_back(m, "Estimator", function)
        if not isinstance(receiver, Instance):
            return m.unknown("the receiver's features", not_none=True), m.unknown("its labels")
        held = m.heap[receiver.id]
        return held.get("features"), held.get("labels")

    def _model(self, m: Machine, features: Value, labels: Value, mode: str) -> Value:
        if not isinstance(self.function, _FOLLOWED):
            return None
        given = {
            "labels": labels,
            "mode": mode,
            "params": self.params,
            "config": Opaque("tf.estimator.RunConfig"),
        }
        names = parameter_names(self.function)
        if names is not None:
            if "labels" not in names and labels is not None and not isinstance(labels, Unknown):
                told = "model_fn does not take labels, but input_fn returns labels."
                raise refuse_argument(m, "Estimator", "ValueError", told)
            given = {name: one for name, one in given.items() if name in names}
        return call_back(m, "Estimator", self.function, features=features, **given)


def _evaluation(m: Machine, spec: Value) -> None:
    """What an evaluation makes besides: the mean of the loss, and its own count of steps."""
    loss = spec.loss if isinstance(spec, Specification) else m.unknown("the loss")
    m.library.call(m, "tf.metrics.mean", Arguments((loss,), {}))
    request_counter(m, "eval_step", LOCAL, "get_variable")


def _given(a: Arguments, at: int, name: str) -> Value:
    return a.args[at] if len(a.args) > at else a.kwargs.get(name)


def _estimator(m: Machine, a: Arguments) -> Value:
    given = _ESTIMATOR.bind(m, "Estimator", a)
    params = needed(m, given["params"])
    check_model_function(m, given["model_fn"], params)
    params = m.new_dict({}) if params is None else params
    return Estimator(given["model_fn"], params, m.allocate(None))


def _tpu_estimator(m: Machine, a: Arguments) -> Value:
    """``TPUEstimator``, as it works without a TPU: the batch's size is one of the parameters."""
    given = _TPU_ESTIMATOR.bind(m, "TPUEstimator", a)
    params = given["params"]
    known = m.contents(params).items if isinstance(params, DictRef) else {}
    size = m.unknown("the size of the batch", kind="int")
    held = m.new_dict({**known, "batch_size": size})
    return Estimator(given["model_fn"], held, m.allocate(None))


def _numpy_input(m: Machine, a: Arguments) -> Value:
    """``numpy_input_fn``: batches of rows; the last one is smaller unless they never end."""
    given = _NUMPY.bind(m, "numpy_input_fn", a)
    size: Any = given["batch_size"] if given["num_epochs"] is None else None
    if not isinstance(size, (int, type(None))):
        size = UNSEEN

    def rows(value: Value) -> Value:
        return tensors(m, batched(unbatched(element_of(m, value)), size))

    def run(m: Machine, _: Arguments) -> Value:
        features = rows(given["x"])
        return features if given["y"] is None else (features, rows(given["y"]))

    return Builtin("input_fn", run)


MODELS: dict[str, Model] = {
    "tf.estimator.Estimator": _estimator,
    "tf.estimator.EstimatorV2": _estimator,
    "tf.contrib.tpu.TPUEstimator": _tpu_estimator,
    "tf.estimator.tpu.TPUEstimator": _tpu_estimator,
    "tf.estimator.inputs.numpy_input_fn": _numpy_input,
}
CONSTANTS: dict[str, Value] = {
    "tf.estimator.ModeKeys.TRAIN": TRAIN,
    "tf.estimator.ModeKeys.EVAL": EVAL,
    "tf.estimator.ModeKeys.PREDICT": PREDICT,
}
