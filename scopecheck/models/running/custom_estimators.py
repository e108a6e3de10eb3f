"""Classes of the program that inherit an estimator.

Source: tensorflow_estimator/python/estimator/estimator.py, ``Estimator.__init__`` and
``_assert_members_are_not_overridden``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.names import canonical
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.running.estimator_runs import MODELS, Estimator
from scopecheck.symbolic.values import Builtin, Extern, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

WORKER = "<estimator>"
"""The attribute that keeps the estimator which an object's inherited methods are those of."""

_MEMBERS = frozenset(
    "_actual_eval _add_meta_graph_for_mode _assert_members_are_not_overridden _call_input_fn "
    "_call_model_fn _call_model_fn_eval _create_global_step _evaluate_build_graph _evaluate_run "
    "_extract_batch_length _extract_keys _get_features_from_input_fn _train_model "
    "_train_model_default _train_with_estimator_spec config eval_dir evaluate "
    "experimental_export_all_saved_models export_saved_model export_savedmodel "
    "get_variable_names get_variable_value latest_checkpoint model_dir params predict "
    "train".split()
)
"""What a class that inherits may not define."""


def _base(receiver: Instance) -> str | None:
    """The name of the estimator that an object's class inherits."""
    for base in receiver.cls.mro:
        name = canonical(base.name) if isinstance(base, Extern) else ""
        if name.endswith("Estimator") and name in MODELS:
            return name
    return None


def estimator_of(m: Machine, value: Value) -> Value:
    """The estimator that does an object's work; any other value as it is."""
    if not isinstance(value, Instance) or _base(value) is None:
        return value
    return m.heap[value.id].get(WORKER, value)


def inherited_attribute(m: Machine, receiver: Instance, name: str) -> Value:
    """An attribute that an object inherits from an estimator; NotImplemented if from none."""
    base = _base(receiver)
    if base is None:
        return NotImplemented
    if name == "__init__":
        return Builtin(name, lambda m, a: _init(m, receiver, base, a))
    worker = estimator_of(m, receiver)
    return worker.get_attribute(m, name) if isinstance(worker, Estimator) else NotImplemented


def _init(m: Machine, receiver: Instance, base: str, a: Arguments) -> Value:
    own = sorted(_MEMBERS.intersection(m.heap[receiver.cls.id]))
    if own and not base.endswith("TPUEstimator"):
        told = (
            "Subclasses of Estimator cannot override members of Estimator. "
            f"<class '…{receiver.cls.name}'> does override {own}"
        )
        raise refuse_argument(m, receiver.cls.name, "ValueError", told)
    made = m.library.call(m, base, a)
    m.write(receiver.id, m.heap[receiver.id].set(WORKER, made))
    return None
