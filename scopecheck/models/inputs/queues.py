"""Input queues: the static shapes of batches, and of what is parsed from examples.

Source: tensorflow/python/training/input.py; tensorflow/python/ops/parsing_ops.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.inputs.producers import limited, without_first
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.initial import constant_of, dtype_name
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, dim_of, dims_of, operation
from scopecheck.models.training.metrics_at_k import enter_scope
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BATCH = Signature(
    "tensors, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None, "
    "dynamic_pad=False, allow_smaller_final_batch=False, shared_name=None, name=None"
)
_SHUFFLE = Signature(
    "tensors, batch_size, capacity, min_after_dequeue, num_threads=1, seed=None, "
    "enqueue_many=False, shapes=None, allow_smaller_final_batch=False, shared_name=None, name=None"
)
_JOIN = Signature(
    "tensors_list, batch_size, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False, "
    "allow_smaller_final_batch=False, shared_name=None, name=None"
)
_SHUFFLE_JOIN = Signature(
    "tensors_list, batch_size, capacity, min_after_dequeue, seed=None, enqueue_many=False, "
    "shapes=None, allow_smaller_final_batch=False, shared_name=None, name=None"
)
_SLICES = Signature(
    "tensor_list, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, "
    "name=None"
)


def _batch(function: str, signature: Signature) -> Model:
    """``batch`` and its like: what was put in, with the size of the batch in front."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        given = g.get("tensors")
        if "tensors_list" in g:
            rows = iterate(m, g["tensors_list"])
            given = rows.items[0] if rows is not None and rows.items else None
        size: Dim = dim_of(m, g["batch_size"])
        if g["allow_smaller_final_batch"] is not False:
            size = None

        def batched(value: Value, shape: Value = None) -> Tensor:
            constant = constant_of(m, value)
            dims: Dims = constant.dims if constant else UNSEEN
            dims = without_first(dims) if g["enqueue_many"] is True else dims
            if shape is not None:
                dims = dims_of(m, shape)
            full: Dims = (size, *dims) if isinstance(dims, tuple) else UNSEEN
            dtype = constant.dtype if constant else None
            return operation(m, "QueueDequeueManyV2", (), full, dtype)

        if isinstance(given, DictRef) and not m.contents(given).open:
            named = m.contents(given).items
            return m.new_dict({key: batched(value) for key, value in named.items()})
        held = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
        if held is None or held.open:
            return m.unknown("a batch", not_none=True)
        made = _each(m, batched, held.items, g["shapes"])
        return made[0] if len(made) == 1 else m.new_list(made)

    return run


def _each(m: Machine, batched: Any, values: tuple[Value, ...], shapes: Value) -> list[Tensor]:
    given = iterate(m, shapes) if isinstance(shapes, (tuple, ListRef)) else None
    rows = given.items if given is not None and not given.open else ()
    each = rows if len(rows) == len(values) else (None,) * len(values)
    return [batched(value, shape) for value, shape in zip(values, each, strict=True)]


def _slices(m: Machine, a: Arguments) -> Value:
    """``slice_input_producer``: one row of each tensor."""
    g = _SLICES.bind(m, "slice_input_producer", a)
    held = iterate(m, g["tensor_list"])
    if held is None:
        return m.new_list((), True)
    outer = current(m).stack
    enter_scope(m, g["name"], "input_producer")
    limited(m, None, g["num_epochs"])
    made = []
    for value in held.items:
        constant = constant_of(m, value)
        dims = without_first(constant.dims) if constant else UNSEEN
        made.append(operation(m, "Gather", (), dims, constant.dtype if constant else None))
    update(m, stack=outer)
    return m.new_list(made, held.open)


class Feature(Foreign):
    """``tf.FixedLenFeature``: what one feature of an example is parsed as."""

    __slots__ = ("dims", "dtype")

    def __init__(self, dims: Dims, dtype: str | None) -> None:
        self.dims = dims
        self.dtype = dtype

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Feature) and (other.dims, other.dtype) == (self.dims, self.dtype)

    def __hash__(self) -> int:
        return hash((self.dims, self.dtype))


_FEATURE = Signature("shape, dtype, default_value=None")
_PARSE = Signature("serialized, features, name=None, example_names=None")


def _feature(m: Machine, a: Arguments) -> Value:
    g = _FEATURE.bind(m, "FixedLenFeature", a)
    return Feature(dims_of(m, g["shape"]), dtype_name(m, g["dtype"]))


def _parse(batch: bool) -> Model:
    """``parse_single_example`` and ``parse_example``: a tensor for each feature."""

    def run(m: Machine, a: Arguments) -> Value:
        g = _PARSE.bind(m, "parse_example", a)
        features = needed(m, g["features"])
        if not isinstance(features, DictRef):
            return m.new_dict({}, True)
        made: dict[Value, Value] = {}
        for key, feature in m.contents(features).items.items():
            if not isinstance(feature, Feature):
                made[key] = operation(m, "SparseParse", ())
                continue
            dims: Dims = feature.dims
            if batch:
                dims = (None, *dims) if isinstance(dims, tuple) else UNSEEN
            made[key] = operation(m, "ParseExample", (), dims, feature.dtype)
        return m.new_dict(made, m.contents(features).open)

    return run


MODELS: dict[str, Model] = {
    "tf.train.batch": _batch("batch", _BATCH),
    "tf.train.shuffle_batch": _batch("shuffle_batch", _SHUFFLE),
    "tf.train.batch_join": _batch("batch_join", _JOIN),
    "tf.train.shuffle_batch_join": _batch("shuffle_batch_join", _SHUFFLE_JOIN),
    "tf.train.slice_input_producer": _slices,
    "tf.FixedLenFeature": _feature,
    "tf.io.FixedLenFeature": _feature,
    "tf.parse_single_example": _parse(False),
    "tf.io.parse_single_example": _parse(False),
    "tf.parse_example": _parse(True),
    "tf.io.parse_example": _parse(True),
}
