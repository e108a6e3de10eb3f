"""Initializers and activations that a layer is given by their names.

Source: tensorflow/python/keras/initializers.py and activations.py, ``get``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import Initializer
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

INITIALIZERS = frozenset(
    "zeros ones constant Zeros Ones Constant random_uniform random_normal truncated_normal "
    "uniform normal RandomUniform RandomNormal TruncatedNormal identity Identity orthogonal "
    "Orthogonal VarianceScaling glorot_uniform glorot_normal he_normal he_uniform lecun_normal "
    "lecun_uniform GlorotUniform GlorotNormal".split()
)
ACTIVATIONS = frozenset(
    "softmax elu selu softplus softsign swish relu tanh sigmoid exponential hard_sigmoid "
    "linear".split()
)


def named_functions(m: Machine, by: str, given: dict[str, Value]) -> dict[str, Value]:
    """A layer's arguments with what the names of initializers mean; refuses unknown names."""
    found = {key: needed(m, value) for key, value in given.items() if _is_function(key)}
    for key, name in found.items():
        known = ACTIVATIONS if key == "activation" else INITIALIZERS
        if isinstance(name, str) and name not in known:
            what = "activation function" if key == "activation" else "initializer"
            raise refuse_argument(m, by, "ValueError", f"Unknown {what}:{_shown(m, name)}")
    made = {key: Initializer(name) for key, name in found.items() if isinstance(name, str)}
    made.pop("activation", None)
    return {**given, **made}


def _shown(m: Machine, name: str) -> str:
    return name if m.world.tensorflow == "1.15" else " …"


def _is_function(key: str) -> bool:
    return key == "activation" or key.endswith("_initializer")
