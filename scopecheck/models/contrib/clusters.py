"""``tf.contrib.factorization.KMeans``: its centers, and what counts with small batches.

Source: tensorflow/python/ops/clustering_ops.py, ``KMeans.training_graph`` and
``_create_variables``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.constants import number_of
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.ops.array import whole
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import Dims, operation
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_KMEANS = Signature(
    "inputs, num_clusters, initial_clusters=random, distance_metric=squared_euclidean, "
    "use_mini_batch=False, mini_batch_steps_per_iteration=1, random_seed=0, "
    "kmeans_plus_plus_num_retries=2, kmc2_chain_length=200"
)


class Means(Foreign):
    """A ``KMeans`` object: it makes nothing until its graph is asked for."""

    __slots__ = ("given",)

    def __init__(self, given: dict[str, Value]) -> None:
        self.given = given

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``training_graph``."""
        if name != "training_graph":
            return NotImplemented
        return Builtin(name, lambda m, a: self._graph(m))

    def _graph(self, m: Machine) -> Value:
        g = self.given
        inputs = needed(m, g["inputs"])
        held = iterate(m, inputs) if isinstance(inputs, (tuple, ListRef)) else None
        every = held.items if held is not None else (inputs,)
        centers = _variable(m, "clusters", None, "float32")
        started = _variable(m, "initialized", (), "bool")
        made = [centers, started]
        if m.truth(needed(m, g["use_mini_batch"])):
            steps = needed(m, g["mini_batch_steps_per_iteration"])
            if not isinstance(steps, int) or steps > 1:
                made.append(_variable(m, "clusters_updated", None, "float32"))
                made.append(_variable(m, "update_in_steps", (), "int64"))
            size = whole(number_of(m, g["num_clusters"]))
            made.append(_variable(m, None, (size,), "int64"))

        def each(dtype: str) -> Value:
            return tuple(
                operation(m, "Squeeze", tensor_inputs(m, one, centers), None, dtype)
                for one in every
            )

        start = operation(m, "Merge", tensor_inputs(m, *made), (), "bool")
        step = operation(m, "Assign", tensor_inputs(m, *made, *every), None, "float32")
        return (each("float32"), each("int64"), each("float32"), started, start, step)


def _variable(m: Machine, name: str | None, dims: Dims, dtype: str) -> Value:
    """A variable, trainable as all are; one without a size is not held to any."""
    initial = operation(m, "Fill", (), dims, dtype)
    given: dict[str, Value] = {"name": name, "validate_shape": dims is not None}
    return m.library.call(m, "tf.Variable", Arguments((initial,), given))


def _kmeans(m: Machine, a: Arguments) -> Value:
    return Means(_KMEANS.bind(m, "__init__", a))


MODELS: dict[str, Model] = {"tf.contrib.factorization.KMeans": _kmeans}
CONSTANTS: dict[str, Value] = {
    f"tf.contrib.factorization.{name}": text
    for name, text in (
        ("COSINE_DISTANCE", "cosine"),
        ("SQUARED_EUCLIDEAN_DISTANCE", "squared_euclidean"),
        ("RANDOM_INIT", "random"),
        ("KMEANS_PLUS_PLUS_INIT", "kmeans_plus_plus"),
        ("KMC2_INIT", "kmc2"),
    )
}
