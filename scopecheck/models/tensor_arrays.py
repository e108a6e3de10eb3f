"""``tf.TensorArray``: one tensor for every step of a loop.

Source: tensorflow/python/ops/tensor_array_ops.py, ``_GraphTensorArray``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.models.constants import constant_value_as_dims, number_of
from scopecheck.models.contrib.functions import in_name_scope
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.ops.sources import as_tensor
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.shapes import merge, multiply
from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Shape, Tensor, dims_of, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Foreign, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

BY = "tf.TensorArray"
NEW = Signature(
    "dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, "
    "handle=None, flow=None, infer_shape=True, element_shape=None, "
    "colocate_with_first_write_call=True, name=None"
)
ONE = {
    name: Signature(text)
    for name, text in {
        "read": "index, name=None",
        "write": "index, value, name=None",
        "stack": "name=None",
        "gather": "indices, name=None",
        "concat": "name=None",
        "unstack": "value, name=None",
        "scatter": "indices, value, name=None",
        "split": "value, lengths, name=None",
        "size": "name=None",
        "close": "name=None",
        "identity": "",
    }.items()
}


class TensorArray(Foreign):
    """An array, as it is after what was written so far.

    place: where the shape of its elements stands, which all stages of one array share.
    flow: a tensor that hangs on everything written. count: how many elements stack sees.
    infers: whether writing tells the shape.
    """

    __slots__ = ("count", "dtype", "flow", "infers", "place")

    def __init__(
        self, place: int, dtype: str | None, flow: Tensor, count: Dim = None, infers: bool = True
    ) -> None:
        self.place = place
        self.dtype = dtype
        self.flow = flow
        self.count = count
        self.infers = infers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TensorArray) and (self.place, self.flow) == (
            other.place,
            other.flow,
        )

    def __hash__(self) -> int:
        return hash((self.place, self.flow))

    def with_flow(self, flow: Tensor) -> TensorArray:
        """The same array at another stage."""
        return TensorArray(self.place, self.dtype, flow, self.count, self.infers)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``write(i, x)``, ``stack()``, ``flow`` …"""
        if name in ONE:
            return Builtin(name, lambda m, a: METHODS[name](m, self, ONE[name].bind(m, name, a)))
        if name == "flow":
            return self.flow
        if name == "dtype":
            return NotImplemented if self.dtype is None else DType(self.dtype)
        if name == "element_shape":
            return Shape(m.heap[self.place])
        return NotImplemented

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """Two stages of one array."""
        if isinstance(other, TensorArray) and self.place == other.place:
            flow = self.flow.join(other.flow, key)
            return self.with_flow(flow) if isinstance(flow, Tensor) else NotImplemented
        return NotImplemented


def filled(m: Machine, element: Tensor) -> TensorArray:
    """The array that a loop has filled with such tensors."""
    return TensorArray(m.allocate(element.shape), element.dtype, element)


def _new(m: Machine, a: Arguments) -> Value:
    """``tf.TensorArray(dtype, size, ...)``."""
    g = NEW.bind(m, constructor_name(m, "TensorArray"), a)
    if g["handle"] is not None:
        return m.unknown("an array of another", not_none=True)
    if g["size"] is None and not m.world.executing_eagerly:
        old = m.world.tensorflow == "1.15"
        message = "Size must be provided if handle is not provided"
        message = message if old else "Argument `size` must be provided if handle is not provided."
        raise refuse_argument(m, BY, "ValueError", message)
    given = needed(m, g["element_shape"])
    element: Dims = UNSEEN if isinstance(given, Tensor) else dims_of(m, given)
    used = tensor_inputs(m, g["size"])
    dtype = dtype_name(m, g["dtype"])

    def body() -> Tensor:
        return operation(m, "TensorArrayV3", used, (), "float32")

    flow = in_name_scope(m, g["name"], "TensorArray", body)
    infers = needed(m, g["infer_shape"]) is not False
    return TensorArray(m.allocate(element), dtype, flow, _count(m, g), infers)


def _count(m: Machine, g: dict[str, Value]) -> Dim:
    """The number of elements that static shapes have: TensorFlow 1.15 gives none."""
    dynamic = needed(m, g["dynamic_size"])
    if m.world.tensorflow == "1.15" or dynamic is True:
        return None
    size = needed(m, g["size"])
    if m.world.executing_eagerly or dynamic not in (None, False):
        return UNSEEN
    known = number_of(m, size)
    return int(known) if isinstance(known, (int, float)) else known


def _written(m: Machine, one: TensorArray, value: Value, dims: Callable[[Dims], Dims]) -> Tensor:
    """A value about to be written: its shape must be that of the elements."""
    made = as_tensor(m, value, one.dtype if not isinstance(value, Tensor) else None)
    _learn(m, one, dims(made.shape))
    return made


def _learn(m: Machine, one: TensorArray, shape: Dims) -> None:
    """Compares a written shape with that of the elements, and merges them."""
    if m.world.executing_eagerly:
        return
    known = m.heap[one.place]
    if incompatible(known, shape):
        message = (
            f"Inconsistent shapes: saw {shape_text(m, shape)} but expected {shape_text(m, known)} "
        )
        raise fail_input(m, BY, Refusal.ARGUMENT, "ValueError", message)
    if one.infers:
        m.write(one.place, merge(known, shape))


def _rest(shape: Dims) -> Dims:
    return shape[1:] if isinstance(shape, tuple) and shape else UNSEEN if shape == () else shape


def _write(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    def body() -> Tensor:
        value = _written(m, one, g["value"], lambda shape: shape)
        used = (*tensor_inputs(m, g["index"]), value, one.flow)
        return operation(m, "TensorArrayWriteV3", used, (), "float32")

    return one.with_flow(in_name_scope(m, g["name"], "TensorArrayWrite", body))


def _scattered(scope: str) -> Callable[[Machine, TensorArray, dict[str, Value]], Value]:
    def method(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
        def body() -> Tensor:
            value = _written(m, one, g["value"], _rest)
            if "indices" in g:
                _check_count(m, g["indices"], value)
            return operation(m, "TensorArrayScatterV3", (value, one.flow), (), "float32")

        return one.with_flow(in_name_scope(m, g["name"], scope, body))

    return method


def _check_count(m: Machine, indices: Value, value: Tensor) -> None:
    """There is an index for every row."""
    rows = value.shape[0] if isinstance(value.shape, tuple) and value.shape else None
    places = as_tensor(m, indices).shape
    given = places[0] if isinstance(places, tuple) and len(places) == 1 else None
    if isinstance(rows, int) and isinstance(given, int) and rows != given:
        message = f"Dimensions must be equal, but are {rows} and {given} for …"
        raise fail_input(m, BY, Refusal.ARGUMENT, "ValueError", message)


def _split(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    def body() -> Tensor:
        value = as_tensor(m, g["value"])
        lengths = constant_value_as_dims(m, g["lengths"])
        if isinstance(lengths, tuple) and isinstance(value.shape, tuple) and lengths:
            if len(set(lengths)) == 1:
                _learn(m, one, (lengths[0], *value.shape[1:]))
        elif not isinstance(lengths, tuple):
            m.write(one.place, merge(m.heap[one.place], UNSEEN))
        return operation(m, "TensorArraySplitV3", (value, one.flow), (), "float32")

    return one.with_flow(in_name_scope(m, g["name"], "TensorArraySplit", body))


def _read(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    used = (*tensor_inputs(m, g["index"]), one.flow)
    element = m.heap[one.place]
    return operation(m, "TensorArrayReadV3", used, element, one.dtype, g["name"])


def _stacked(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    element = m.heap[one.place]
    shape: Dims = (None, *element) if isinstance(element, tuple) else element
    return operation(m, "TensorArrayGatherV3", (one.flow,), shape, one.dtype, g["name"])


def _stack(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    made = in_name_scope(
        m, g["name"], "TensorArrayStack", lambda: _stacked(m, one, {**g, "name": None})
    )
    if isinstance(made.shape, tuple):
        made.shape = (one.count, *made.shape[1:])
    return made


def _concat(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    rest = _rest(m.heap[one.place])
    shape: Dims = (_rows(m, one), *rest) if isinstance(rest, tuple) else rest
    return operation(m, "TensorArrayConcatV3", (one.flow,), shape, one.dtype, g["name"])


def _rows(m: Machine, one: TensorArray) -> Dim:
    """How many rows all elements have together."""
    element = m.heap[one.place]
    if one.count is None or not one.infers or not element:
        return None
    return UNSEEN if m.world.tracing else multiply((one.count, element[0]))


def _size(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    return operation(m, "TensorArraySizeV3", (one.flow,), (), "int32", g["name"])


def _identity(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    return one.with_flow(operation(m, "Identity", (one.flow,), (), "float32"))


def _close(m: Machine, one: TensorArray, g: dict[str, Value]) -> Value:
    return m.unknown("an operation", tame=True, not_none=True)


METHODS: dict[str, Callable[[Machine, TensorArray, dict[str, Value]], Value]] = {
    "read": _read,
    "write": _write,
    "stack": _stack,
    "gather": _stacked,
    "concat": _concat,
    "unstack": _scattered("TensorArrayUnstack"),
    "scatter": _scattered("TensorArrayScatter"),
    "split": _split,
    "size": _size,
    "close": _close,
    "identity": _identity,
}
MODELS: dict[str, Model] = {BY: _new}
