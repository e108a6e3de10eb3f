"""Initializers and activations that a layer is given by their names.

Source: tensorflow/python/keras/initializers.py and activations.py, ``get``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.messages import represented
from scopecheck.models.numpy.array import Array
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import ListRef, Value

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


_KINDS = ("activation", "initializer", "regularizer", "constraint")


def named_functions(m: Machine, by: str, given: dict[str, Value]) -> dict[str, Value]:
    """A layer's arguments with what the names of initializers mean; refuses unknown names."""
    found = {key: needed(m, value) for key, value in given.items() if _kind(key) in _KINDS}
    for kind in _KINDS:
        for key, value in found.items():
            if _kind(key) == kind:
                _check(m, by, kind, value)
    made = {
        key: Initializer(name)
        for key, name in found.items()
        if isinstance(name, str) and _kind(key) == "initializer"
    }
    return {**given, **made}


def check_functions(m: Machine, by: str, given: dict[str, Value]) -> None:
    """Refuses initializers and the like that are neither names nor can be called."""
    for key, value in given.items():
        value, kind = needed(m, value), _kind(key)
        if kind in _KINDS[1:] and not isinstance(value, str):
            _check(m, by, kind, value)


def _kind(key: str) -> str:
    return key.rpartition("_")[2]


def _check(m: Machine, by: str, kind: str, value: Value) -> None:
    """Refuses a name that is unknown, and what is neither a name nor can be called."""
    what = "activation function" if kind == "activation" else kind
    names = {"activation": ACTIVATIONS, "initializer": INITIALIZERS}.get(kind)
    if isinstance(value, str):
        if names is not None and value not in names:
            raise refuse_argument(m, by, "ValueError", f"Unknown {what}:{_shown(m, value)}")
        return
    if isinstance(value, (int, float, tuple, ListRef, Array, Tensor)):
        raise refuse_argument(m, by, *uninterpreted(m, what, value))


def uninterpreted(m: Machine, what: str, value: Value) -> tuple[str, str]:
    """The type and the words of the error for what is no such function."""
    old, shown = m.world.tensorflow == "1.15", represented(m, value)
    error = "TypeError" if what == "activation function" else "ValueError"
    if isinstance(value, (Array, Tensor)):
        shown = "…"
    if what == "regularizer" and old:
        return error, f"('Could not interpret regularizer identifier:', {shown})"
    if what == "constraint" and not old:
        what = "constraint function"
    return error, f"Could not interpret {what} identifier: {shown}"


def _shown(m: Machine, name: str) -> str:
    return name if m.world.tensorflow == "1.15" else " …"
