"""Input queues that give what they hold for a number of epochs, which a local variable counts.

The names of the files that match a pattern are a local variable, too.

Source: tensorflow/python/training/input.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import as_input
from scopecheck.models.graph_collections import LOCAL
from scopecheck.models.opaque import Opaque
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.initial import constant_of
from scopecheck.models.tensors import UNSEEN, Dims, dim_of, operation
from scopecheck.models.training.metrics import local_variable
from scopecheck.models.training.metrics_at_k import enter_scope
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_PRODUCERS = {
    "string_input_producer": "string_tensor, num_epochs=None, shuffle=True, seed=None, "
    "capacity=32, shared_name=None, name=None, cancel_op=None",
    "range_input_producer": "limit, num_epochs=None, shuffle=True, seed=None, capacity=32, "
    "shared_name=None, name=None",
    "input_producer": "input_tensor, element_shape=None, num_epochs=None, shuffle=True, "
    "seed=None, capacity=32, shared_name=None, summary_name=None, name=None, cancel_op=None",
}
_LIMIT = Signature("tensor, num_epochs=None, name=None")
_MATCH = Signature("pattern, name=None")


def without_first(dims: Dims) -> Dims:
    """The shape of what is along a tensor's first dimension."""
    return dims[1:] if isinstance(dims, tuple) and dims else UNSEEN


class ProducerQueue(Opaque):
    """The queue of a producer: it gives one element after the other."""

    __slots__ = ("dims", "dtype")

    def __init__(self, function: str, dims: Dims, dtype: str | None) -> None:
        super().__init__(f"tf.train.{function}")
        self.dims = dims
        self.dtype = dtype

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``dequeue`` and its like; the rest is the queue's own."""
        if name == "dequeue":
            return Builtin(name, lambda m, a: self._given(m, self.dims))
        if name in ("dequeue_many", "dequeue_up_to"):
            return Builtin(name, lambda m, a: self._given(m, self._several(m, name, a.get(0, "n"))))
        return super().get_attribute(m, name)

    def _several(self, m: Machine, name: str, count: Value) -> Dims:
        rows = dim_of(m, count) if name == "dequeue_many" else None
        return (rows, *self.dims) if isinstance(self.dims, tuple) else UNSEEN

    def _given(self, m: Machine, dims: Dims) -> Value:
        return operation(m, "QueueDequeueV2", (), dims, self.dtype)


def _producer(function: str) -> Model:
    """A queue of what it is given, as often as there are epochs."""
    signature = Signature(_PRODUCERS[function])

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        limited(m, g["name"], g["num_epochs"])
        dims, dtype = _element(m, g)
        return ProducerQueue(function, dims, dtype)

    return run


def _element(m: Machine, g: dict[str, Value]) -> tuple[Dims, str | None]:
    """The shape and the dtype of what is in a producer's queue."""
    if "input_tensor" not in g:
        return (), "int32" if "limit" in g else "string"
    constant = constant_of(m, g["input_tensor"])
    if constant is None:
        return UNSEEN, None
    return without_first(constant.dims), constant.dtype


def limited(m: Machine, name: Value, epochs: Value) -> None:
    """What a producer builds in its name scope: a count of the epochs, if they have a limit."""
    outer = current(m).stack
    enter_scope(m, name, "input_producer")
    if needed(m, epochs) is not None:
        _count(m, None, epochs)
    update(m, stack=outer)


def _count(m: Machine, name: Value, epochs: Value) -> None:
    limit = needed(m, epochs)
    if isinstance(limit, int) and limit <= 0:
        message = f"num_epochs must be > 0 not {limit}."
        raise refuse_argument(m, "limit_epochs", "ValueError", message)
    outer = current(m).stack
    enter_scope(m, name, "limit_epochs")
    local_variable(m, "epochs", (), "int64", (LOCAL,))
    update(m, stack=outer)


def _limit_epochs(m: Machine, a: Arguments) -> Value:
    g = _LIMIT.bind(m, "limit_epochs", a)
    if needed(m, g["num_epochs"]) is None:
        return g["tensor"]
    _count(m, g["name"], g["num_epochs"])
    tensor = as_input(m, g["tensor"])
    return operation(m, "Identity", (tensor,), tensor.shape, tensor.dtype)


def _match_filenames_once(m: Machine, a: Arguments) -> Value:
    """A variable of the name that its name scope got; how many files there are is not known."""
    g = _MATCH.bind(m, "match_filenames_once", a)
    outer = current(m).stack
    scope = enter_scope(m, g["name"], "matching_filenames")
    names = local_variable(m, scope, None, "string", (LOCAL,))
    update(m, stack=outer)
    return names


MODELS: dict[str, Model] = {
    "tf.train.limit_epochs": _limit_epochs,
    "tf.train.match_filenames_once": _match_filenames_once,
    **{f"tf.train.{name}": _producer(name) for name in _PRODUCERS},
}
