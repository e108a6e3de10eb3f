"""Operations that pick parts of tensors: slices, gathers, masks, one-hot codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import (
    ConstantTensor,
    constant_value_as_dims,
    folded,
    number_of,
    with_value,
)
from scopecheck.models.ops.arguments import (
    Given,
    common_dtype,
    composed,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    sized_inputs,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.dtypes_refused import check_dtype, check_types
from scopecheck.models.ops.operands import check_compatible, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensor_members import sliced
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import Slice
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@takes("input_ begin size name")
def _slice(m: Machine, g: Given) -> Value:
    value, begin, size = g("input_"), g("begin"), g("size")
    starts, sizes = constant_value_as_dims(m, begin), constant_value_as_dims(m, size)
    dims = shapes.slice_sizes(shape_of(m, value), starts, sizes)
    inputs = sized_inputs(m, value, begin, size)
    made = operation(m, "Slice", inputs, dims, dtype_of(m, value), g.name("Slice"))
    if not isinstance(value, ConstantTensor) or not isinstance(value.value, tuple):
        return made
    start, length = (one[0] if isinstance(one, tuple) and one else None for one in (starts, sizes))
    if isinstance(start, int) and isinstance(length, int):
        stop = None if length == -1 else start + length
        return with_value(made, folded(value)[start:stop])
    return made


@takes("input_ begin end strides begin_mask end_mask ellipsis_mask new_axis_mask shrink_axis_mask")
def _strided_slice(m: Machine, g: Given) -> Value:
    value = g("input_")
    bounds = [items_of(m, g(name)) for name in ("begin", "end", "strides")]
    masks = [g(f"{name}_mask", default=0) for name in ("begin", "end", "shrink_axis")]
    others = [g(f"{name}_mask", default=0) for name in ("ellipsis", "new_axis")]
    dims: Dims = UNSEEN
    begin, end, steps = bounds
    plain = not any(others) and all(isinstance(mask, int) for mask in masks)
    if begin is not None and end is not None and plain:
        steps = steps or (1,) * len(begin)
        parts: list[Value] = []
        for i, (start, stop, step) in enumerate(zip(begin, end, steps, strict=False)):
            low = None if masks[0] >> i & 1 else start
            high = None if masks[1] >> i & 1 else stop
            parts.append(start if masks[2] >> i & 1 else Slice(low, high, step))
        dims = sliced(m, shape_of(m, value), tuple(parts))
    inputs = tensor_inputs(m, value, *(g(name) for name in ("begin", "end", "strides")))
    return operation(m, "StridedSlice", inputs, dims, dtype_of(m, value), g.name("StridedSlice"))


@takes("params indices validate_indices name axis batch_dims")
def _gather(m: Machine, g: Given) -> Value:
    params, indices = g("params"), g("indices")
    batch = g.number("batch_dims", default=0)
    axis = whole(g.number("axis", default=batch if isinstance(batch, int) else 0))
    dims: Dims = UNSEEN
    if isinstance(batch, int):
        dims = shapes.gather(shape_of(m, params), shape_of(m, indices), axis, batch)
    inputs = tensor_inputs(m, params, indices)
    return operation(m, "GatherV2", inputs, dims, dtype_of(m, params), g.name("GatherV2"))


@takes("params indices name batch_dims")
def _gather_nd(m: Machine, g: Given) -> Value:
    params, indices = g("params"), g("indices")
    batch = whole(g.number("batch_dims", default=0))
    dims = shapes.gather_nd(shape_of(m, params), shape_of(m, indices), batch)
    inputs = tensor_inputs(m, params, indices)
    return operation(m, "GatherNd", inputs, dims, dtype_of(m, params), g.name("GatherNd"))


@takes("params ids partition_strategy name validate_indices max_norm")
def _embedding_lookup(m: Machine, g: Given) -> Value:
    params, ids = g("params"), g("ids")
    inputs = tensor_inputs(m, params, ids)
    held = iterate(m, params) if isinstance(params, (tuple, ListRef)) else None
    if held is not None and not held.open and not held.items and tells(m):
        message = "Need at least one param"
        if m.world.tensorflow != "1.15":
            message = f"Length of params is currently 0. {message}."
        raise refuse_argument(m, "embedding_lookup", "ValueError", message)
    if held is not None and not held.open and len(held.items) == 1:
        params = held.items[0]
    one = isinstance(params, Tensor)
    dims = shapes.gather(shape_of(m, params), shape_of(m, ids)) if one else UNSEEN
    dtype = dtype_of(m, params)
    return composed(operation(m, "GatherV2", inputs, dims, dtype, g.name("embedding_lookup")))


@takes("indices depth on_value off_value axis dtype name")
def _one_hot(m: Machine, g: Given) -> Value:
    indices, depth = g("indices"), g("depth")
    axis = whole(g.number("axis", default=-1))
    dims = shapes.one_hot(shape_of(m, indices), whole(number_of(m, depth)), axis)
    on = g("on_value")
    dtype = dtype_given(m, g("dtype"), "float32" if on is None else dtype_of(m, on))
    inputs = tensor_inputs(m, indices, depth)
    return operation(m, "OneHot", inputs, dims, dtype, g.name("one_hot"))


def _check_mask(m: Machine, dims: Dims, mask: Dims, axis: int) -> None:
    """A mask has a rank, and is as long as what it leaves out."""
    if mask in (None, ()) and tells(m):
        message = "mask cannot be scalar." if mask == () else "Number of mask dimensions must be …"
        raise refuse_argument(m, "boolean_mask", "ValueError", message)
    if isinstance(dims, tuple) and isinstance(mask, tuple) and axis >= 0:
        check_compatible(m, "boolean_mask", dims[axis : axis + len(mask)], mask)


@takes("tensor mask name axis")
def _boolean_mask(m: Machine, g: Given) -> Value:
    value, mask, axis = g("tensor"), g("mask"), g.number("axis", default=0)
    dims: Dims = UNSEEN
    if isinstance(axis, int):
        _check_mask(m, shape_of(m, value), shape_of(m, mask), axis)
        dims = shapes.boolean_mask(shape_of(m, value), shape_of(m, mask), axis)
    inputs = tensor_inputs(m, value, mask)
    return composed(
        operation(m, "GatherV2", inputs, dims, dtype_of(m, value), g.name("boolean_mask"))
    )


@takes("lengths maxlen dtype name")
def _sequence_mask(m: Machine, g: Given) -> Value:
    lengths, longest = shape_of(m, g("lengths")), g("maxlen")
    size = number_of(m, g("lengths")) if longest is None else number_of(m, longest)
    last: Dim = whole(size) if longest is not None else None
    if longest is None and not isinstance(g("lengths"), Tensor):
        last = UNSEEN
    dims: Dims = (*lengths, last) if isinstance(lengths, tuple) else lengths
    inputs = tensor_inputs(m, g("lengths"), longest)
    dtype = dtype_given(m, g("dtype"), "bool")
    return composed(operation(m, "Less", inputs, dims, dtype, g.name("SequenceMask")))


@takes("condition x y name")
def _where(m: Machine, g: Given) -> Value:
    condition, x, y = g("condition"), g("x"), g("y")
    inputs = tensor_inputs(m, condition, x, y)
    if x is None and y is None:
        dims = shape_of(m, condition)
        rank: Dim = len(dims) if isinstance(dims, tuple) else dims
        return operation(m, "Where", inputs, (None, rank), "int64", g.name("Where"))
    _check(m, "Select", condition, x, y)
    merged = shapes.merge(shape_of(m, x), shape_of(m, y))
    tested = shape_of(m, condition)
    if isinstance(tested, tuple) and isinstance(merged, tuple) and len(tested) == len(merged) > 1:
        merged = shapes.merge(merged, tested)
    return operation(m, "Select", inputs, merged, common_dtype(m, x, y), g.name("Select"))


def _check(m: Machine, op: str, condition: Value, x: Value, y: Value) -> None:
    check_dtype(m, op, "condition", condition, "bool")
    check_types(m, op, x, y, ("t", "e"))


@takes("condition x y name")
def _where_v2(m: Machine, g: Given) -> Value:
    condition, x, y = g("condition"), g("x"), g("y")
    inputs = tensor_inputs(m, condition, x, y)
    if x is not None and y is not None:
        _check(m, "SelectV2", condition, x, y)
    dims = shapes.broadcast_all([shape_of(m, one) for one in (condition, x, y)])
    return operation(m, "SelectV2", inputs, dims, common_dtype(m, x, y), g.name("SelectV2"))


@takes("values axis direction stable name")
def _argsort(m: Machine, g: Given) -> Value:
    value = g("values")
    inputs = tensor_inputs(m, value)
    return composed(operation(m, "TopKV2", inputs, shape_of(m, value), "int32", g.name("argsort")))


@takes("values value_range nbins dtype name")
def _histogram(m: Machine, g: Given) -> Value:
    count, dtype = whole(g.number("nbins", default=100)), dtype_given(m, g("dtype"), "int32")
    inputs = tensor_inputs(m, g("values"))
    name = g.name("histogram_fixed_width")
    return composed(operation(m, "HistogramFixedWidth", inputs, (count,), dtype, name))


@takes("arr weights minlength maxlength dtype name")
def _bincount(m: Machine, g: Given) -> Value:
    weights = g("weights")
    given = dtype_given(m, g("dtype"), "int32")
    dtype = given if weights is None else dtype_of(m, weights)
    return operation(m, "Bincount", tensor_inputs(m, g("arr"), weights), UNSEEN, dtype)


@takes("sorted_sequence values side out_type name")
def _searchsorted(m: Machine, g: Given) -> Value:
    value, dtype = g("values"), dtype_given(m, g("out_type"), "int32")
    inputs = tensor_inputs(m, g("sorted_sequence"), value)
    return operation(m, "LowerBound", inputs, shape_of(m, value), dtype)


MODELS: dict[str, Model] = {
    "tf.argsort": _argsort,
    "tf.histogram_fixed_width": _histogram,
    "tf.bincount": _bincount,
    "tf.math.bincount": _bincount,
    "tf.searchsorted": _searchsorted,
    "tf.slice": _slice,
    "tf.strided_slice": _strided_slice,
    "tf.gather": _gather,
    "tf.gather_nd": _gather_nd,
    "tf.nn.embedding_lookup": _embedding_lookup,
    "tf.one_hot": _one_hot,
    "tf.boolean_mask": _boolean_mask,
    "tf.sequence_mask": _sequence_mask,
    "tf.where": _where,
    "tf.select": _where,
    "tf.where_v2": _where_v2,
}
