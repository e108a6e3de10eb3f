"""``tf.contrib.model_pruning.Pruning``: it counts its updates in a variable.

Source: tensorflow/contrib/model_pruning/python/pruning.py, ``get_pruning_hparams`` and
``Pruning``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.reuse_modes import AUTO_REUSE
from scopecheck.models.tensors import DType
from scopecheck.models.world import scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_SPEC: dict[str, Value] = {
    "name": "model_pruning",
    "begin_pruning_step": 0,
    "end_pruning_step": -1,
    "threshold_decay": 0.0,
    "pruning_frequency": 10,
    "nbins": 256,
    "block_height": 1,
    "block_width": 1,
    "block_pooling_function": "AVG",
    "initial_sparsity": 0.0,
    "target_sparsity": 0.5,
    "sparsity_function_begin_step": 0,
    "sparsity_function_end_step": 100,
    "sparsity_function_exponent": 3.0,
    "use_tpu": False,
}
_PRUNING = Signature("spec=None, global_step=None, sparsity=None")


def _parameters(m: Machine, a: Arguments) -> Value:
    lists = {name: m.new_list(("",)) for name in ("weight_sparsity_map", "block_dims_map")}
    return m.library.call(m, "tf.contrib.training.HParams", Arguments((), {**_SPEC, **lists}))


def _pruning(m: Machine, a: Arguments) -> Value:
    """The step of the last update: made, or found where the scope's name has one."""
    g = _PRUNING.bind(m, "__init__", a)
    spec = needed(m, g["spec"])
    spec = _parameters(m, a) if spec is None else spec

    def body() -> Value:
        given: dict[str, Value] = {
            "name": "last_mask_update_step",
            "shape": m.new_list(),
            "initializer": Initializer("zeros"),
            "trainable": False,
            "dtype": DType("int32"),
        }
        return request_variable(m, given, scope_data(m), "Pruning")

    in_scope(m, get_attribute(m, spec, "name"), "", AUTO_REUSE, body)
    return Opaque("tf.contrib.model_pruning.Pruning")


MODELS: dict[str, Model] = {
    "tf.contrib.model_pruning.get_pruning_hparams": _parameters,
    "tf.contrib.model_pruning.Pruning": _pruning,
}
