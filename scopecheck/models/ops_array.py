"""Operations that rearrange tensors: reshape, concat, stack, split, slice, gather …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import shapes
from scopecheck.models.constants import (
    ConstantTensor,
    constant_value_as_dims,
    folded,
    number_of,
    with_value,
)
from scopecheck.models.ops_arguments import (
    Given,
    axes_of,
    common_dtype,
    dtype_of,
    items_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

MOST_PIECES = 512


def whole(number: Any) -> Dim:
    """A number as a size or an axis."""
    if isinstance(number, float):
        return int(number) if number.is_integer() else UNSEEN
    return int(number) if isinstance(number, int) else number if number is None else UNSEEN


@takes("tensor shape name")
def _reshape(m: Machine, g: Given) -> Value:
    value, shape = g("tensor"), g("shape")
    dims = shapes.reshape(shape_of(m, value), constant_value_as_dims(m, shape))
    inputs = tensor_inputs(m, value, shape)
    return operation(m, "Reshape", inputs, dims, dtype_of(m, value), g.name())


@takes("values axis name")
def _concat(m: Machine, g: Given) -> Value:
    values, axis = g("values", "concat_dim"), g("axis", "concat_dim")
    if isinstance(values, int) or (g.has("concat_dim") and not g.has("axis")):
        values, axis = (g("values"), g("concat_dim")) if g.has("concat_dim") else (axis, values)
    items = items_of(m, values) if not isinstance(values, Tensor) else (values,)
    inputs = tensor_inputs(m, values)
    name = g.name("concat")
    if items is None:
        return operation(m, "ConcatV2", inputs, UNSEEN, None, name)
    where = whole(number_of(m, axis))
    dims = shapes.concat([shape_of(m, item) for item in items], where)
    op = "Identity" if len(items) == 1 else "ConcatV2"
    made = operation(m, op, inputs, dims, common_dtype(m, *items), name)
    return _joined(m, made, items)


def _joined(m: Machine, made: Tensor, items: tuple[Value, ...]) -> Tensor:
    """The value of a concatenation of vectors, where one of them has a known one."""
    dims = made.shape
    if not isinstance(dims, tuple) or len(dims) != 1:
        return made
    values: list[Dim] = []
    for item in items:
        held = constant_value_as_dims(m, item)
        if not isinstance(held, tuple):
            return made
        values.extend(held)
    constant = all(item.foldable for item in items if isinstance(item, ConstantTensor))
    valued = with_value(made, tuple(values))
    return valued if constant else ConstantTensor(made, tuple(values), False)


@takes("values axis name")
def _stack(m: Machine, g: Given) -> Value:
    values, axis = g("values", "tensors"), g.number("axis", default=0)
    items = items_of(m, values)
    inputs = tensor_inputs(m, values)
    if items is None:
        return operation(m, "Pack", inputs, UNSEEN, None, g.name("stack"))
    dims = shapes.stack([shape_of(m, item) for item in items], whole(axis))
    made = operation(m, "Pack", inputs, dims, common_dtype(m, *items), g.name("stack"))
    if isinstance(dims, tuple) and len(dims) == 1:
        return with_value(made, tuple(whole(number_of(m, item)) for item in items))
    return made


def packed(m: Machine, values: Value, dtype: str | None, name: Value = None) -> Tensor:
    """A nested list with tensors in it, as ``tf.convert_to_tensor`` packs it."""
    items = items_of(m, values) or ()
    tensors = tensor_inputs(m, values)
    known = common_dtype(m, *tensors) if dtype is None else dtype
    made = operation(m, "Pack", tensors, shape_of(m, values), known, name or "packed")
    if isinstance(made.shape, tuple) and len(made.shape) == 1:
        return with_value(made, tuple(whole(number_of(m, item)) for item in items))
    return made


@takes("value num axis name")
def _unstack(m: Machine, g: Given) -> Value:
    value, axis = g("value"), whole(g.number("axis", default=0))
    dims, count = shape_of(m, value), g.number("num")
    if not isinstance(axis, int):
        return m.new_list((), True)
    at = shapes.axis_of(axis, len(dims)) if isinstance(dims, tuple) else None
    if count is None and isinstance(dims, tuple) and at is not None:
        count = dims[at]
    if not isinstance(count, int) or count > MOST_PIECES:
        return m.new_list((), True)
    inputs, rest, dtype = tensor_inputs(m, value), shapes.unstack(dims, axis), dtype_of(m, value)
    first = operation(m, "Unpack", inputs, rest, dtype, g.name("unstack"))
    return m.new_list(outputs(first, count))


def outputs(first: Tensor, count: int) -> list[Tensor]:
    """All outputs of an operation of which every one has the shape of the first."""
    return [
        Tensor((*first.key, i), first.op, first.inputs, first.shape, first.dtype, first.name)
        for i in range(count)
    ]


@takes("value num_or_size_splits axis num name")
def _split(m: Machine, g: Given) -> Value:
    value, sizes, axis = g("value"), g("num_or_size_splits", "num_split"), g("axis", "split_dim")
    if isinstance(value, int) or g.has("split_dim"):
        value, axis = (g("value"), g("split_dim")) if g.has("split_dim") else (axis, value)
    where = whole(number_of(m, 0 if axis is None else axis))
    dims, dtype = shape_of(m, value), dtype_of(m, value)
    inputs = tensor_inputs(m, value, sizes)
    count = number_of(m, sizes) if not isinstance(sizes, (tuple, ListRef)) else None
    if isinstance(count, int):
        if not 0 < count <= MOST_PIECES:
            return m.new_list((), True)
        piece = shapes.split(dims, where, count=count)
        first = operation(m, "Split", inputs, piece, dtype, g.name("split"))
        return m.new_list(outputs(first, count))
    pieces = constant_value_as_dims(m, sizes)
    if not isinstance(pieces, tuple) or (sizes is not None and shape_of(m, sizes) == ()):
        return m.new_list((), True)
    made = operation(m, "SplitV", inputs, UNSEEN, dtype, g.name("split"))
    held = outputs(made, len(pieces))
    for tensor, size in zip(held, _sizes(dims, where, pieces), strict=True):
        tensor.shape = shapes.split(dims, where, size)
    return m.new_list(held)


def _sizes(dims: Dims, axis: Dim, pieces: tuple[Dim, ...]) -> tuple[Dim, ...]:
    if -1 not in pieces:
        return pieces
    size: Dim = UNSEEN
    if isinstance(dims, tuple) and isinstance(axis, int) and -len(dims) <= axis < len(dims):
        size = dims[axis]
        rest = shapes.add_sizes(piece for piece in pieces if piece != -1)
        if isinstance(size, int):
            size = size - rest if isinstance(rest, int) else rest
    return tuple(size if piece == -1 else piece for piece in pieces)


@takes("input axis name dim")
def _expand_dims(m: Machine, g: Given) -> Value:
    value, axis = g("input"), whole(g.number("axis", "dim"))
    dims = shapes.expand_dims(shape_of(m, value), axis)
    made = operation(
        m, "ExpandDims", tensor_inputs(m, value), dims, dtype_of(m, value), g.name("ExpandDims")
    )
    if dims == (1,):
        return with_value(made, (whole(number_of(m, value)),))
    return made


@takes("input axis name squeeze_dims")
def _squeeze(m: Machine, g: Given) -> Value:
    value, axis = g("input"), g("axis", "squeeze_dims")
    axes = () if axis is None else axes_of(m, axis)
    dims = shapes.squeeze(shape_of(m, value), axes)
    return operation(m, "Squeeze", tensor_inputs(m, value), dims, dtype_of(m, value), g.name())


@takes("a perm name conjugate")
def _transpose(m: Machine, g: Given) -> Value:
    value, perm = g("a"), g("perm")
    dims = shapes.transpose(shape_of(m, value), axes_of(m, perm), backwards=perm is None)
    inputs = tensor_inputs(m, value, perm)
    return operation(m, "Transpose", inputs, dims, dtype_of(m, value), g.name("transpose"))


@takes("input multiples name")
def _tile(m: Machine, g: Given) -> Value:
    value, multiples = g("input"), g("multiples")
    dims = shapes.tile(shape_of(m, value), constant_value_as_dims(m, multiples))
    inputs = tensor_inputs(m, value, multiples)
    return operation(m, "Tile", inputs, dims, dtype_of(m, value), g.name("Tile"))


@takes("tensor paddings mode name constant_values")
def _pad(m: Machine, g: Given) -> Value:
    value, paddings = g("tensor"), g("paddings")
    held = items_of(m, paddings) if not isinstance(paddings, Tensor) else None
    pairs: Any = UNSEEN
    if held is not None:
        each = [constant_value_as_dims(m, pair) for pair in held]
        pairs = [(p[0], p[1]) for p in each if isinstance(p, tuple) and len(p) == 2]
        pairs = pairs if len(pairs) == len(each) else UNSEEN
    dims = shapes.pad(shape_of(m, value), pairs)
    inputs = tensor_inputs(m, value, paddings)
    return operation(m, "PadV2", inputs, dims, dtype_of(m, value), g.name("Pad"))


@takes("input_ begin size name")
def _slice(m: Machine, g: Given) -> Value:
    value, begin, size = g("input_"), g("begin"), g("size")
    starts, sizes = constant_value_as_dims(m, begin), constant_value_as_dims(m, size)
    dims = shapes.slice_sizes(shape_of(m, value), starts, sizes)
    inputs = tensor_inputs(m, value, begin, size)
    made = operation(m, "Slice", inputs, dims, dtype_of(m, value), g.name("Slice"))
    if isinstance(value, ConstantTensor) and isinstance(value.value, tuple):
        if isinstance(starts, tuple) and isinstance(sizes, tuple) and len(starts) == 1:
            start, size = starts[0], sizes[0]
            if isinstance(start, int) and isinstance(size, int):
                stop = None if size == -1 else start + size
                held = folded(value)[start:stop]
                return with_value(made, held)
    return made


@takes("input_ begin end strides begin_mask end_mask ellipsis_mask new_axis_mask shrink_axis_mask")
def _strided_slice(m: Machine, g: Given) -> Value:
    from scopecheck.models.tensor_members import sliced
    from scopecheck.symbolic.access import Slice

    value = g("input_")
    bounds = [items_of(m, g(name)) for name in ("begin", "end", "strides")]
    masks = [g(f"{name}_mask", default=0) for name in ("begin", "end", "shrink_axis")]
    others = [g(f"{name}_mask", default=0) for name in ("ellipsis", "new_axis")]
    dims: Dims = UNSEEN
    begin, end, steps = bounds
    if begin is not None and end is not None and not any(others):
        if all(isinstance(mask, int) for mask in masks):
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
    dims = shapes.gather_nd(shape_of(m, params), shape_of(m, indices))
    dims = UNSEEN if g.number("batch_dims", default=0) != 0 else dims
    inputs = tensor_inputs(m, params, indices)
    return operation(m, "GatherNd", inputs, dims, dtype_of(m, params), g.name("GatherNd"))


@takes("params ids partition_strategy name validate_indices max_norm")
def _embedding_lookup(m: Machine, g: Given) -> Value:
    params, ids = g("params"), g("ids")
    inputs = tensor_inputs(m, params, ids)
    held = iterate(m, params) if isinstance(params, (tuple, ListRef)) else None
    if held is not None and not held.open and len(held.items) == 1:
        params = held.items[0]
    one = isinstance(params, Tensor)
    dims = shapes.gather(shape_of(m, params), shape_of(m, ids)) if one else UNSEEN
    dtype = dtype_of(m, params)
    return operation(m, "GatherV2", inputs, dims, dtype, g.name("embedding_lookup"))


@takes("indices depth on_value off_value axis dtype name")
def _one_hot(m: Machine, g: Given) -> Value:
    from scopecheck.models.ops_arguments import dtype_given

    indices, depth = g("indices"), g("depth")
    axis = whole(g.number("axis", default=-1))
    dims = shapes.one_hot(shape_of(m, indices), whole(number_of(m, depth)), axis)
    on = g("on_value")
    dtype = dtype_given(m, g("dtype"), "float32" if on is None else dtype_of(m, on))
    inputs = tensor_inputs(m, indices, depth)
    return operation(m, "OneHot", inputs, dims, dtype, g.name("one_hot"))


@takes("tensor mask name axis")
def _boolean_mask(m: Machine, g: Given) -> Value:
    value, mask, axis = g("tensor"), g("mask"), g.number("axis", default=0)
    dims: Dims = UNSEEN
    if isinstance(axis, int):
        dims = shapes.boolean_mask(shape_of(m, value), shape_of(m, mask), axis)
    inputs = tensor_inputs(m, value, mask)
    return operation(m, "GatherV2", inputs, dims, dtype_of(m, value), g.name("boolean_mask"))


@takes("lengths maxlen dtype name")
def _sequence_mask(m: Machine, g: Given) -> Value:
    from scopecheck.models.ops_arguments import dtype_given

    lengths, longest = shape_of(m, g("lengths")), g("maxlen")
    size = number_of(m, g("lengths")) if longest is None else number_of(m, longest)
    last: Dim = whole(size) if longest is not None else None
    if longest is None and not isinstance(g("lengths"), Tensor):
        last = UNSEEN
    dims: Dims = (*lengths, last) if isinstance(lengths, tuple) else lengths
    inputs = tensor_inputs(m, g("lengths"), longest)
    dtype = dtype_given(m, g("dtype"), "bool")
    return operation(m, "Less", inputs, dims, dtype, g.name("SequenceMask"))


def _measured(op: str) -> Model:
    @takes("input name out_type")
    def model(m: Machine, g: Given) -> Value:
        from scopecheck.models.ops_arguments import dtype_given

        value = g("input")
        dims = shape_of(m, value)
        out = g("out_type")
        dtype = dtype_given(m, out, "int32")
        inputs = tensor_inputs(m, value)
        if op == "Shape":
            rank: Dims = (len(dims),) if isinstance(dims, tuple) else (dims,)
            made = operation(m, op, inputs, rank, dtype, g.name("Shape"))
            return with_value(made, dims) if isinstance(dims, tuple) else made
        made = operation(m, op, inputs, (), dtype, g.name(op))
        if op == "Rank":
            known: Dim = len(dims) if isinstance(dims, tuple) else dims
            return with_value(made, known)
        total = shapes.multiply(dims) if isinstance(dims, tuple) else dims
        return with_value(made, total)

    return model


@takes("tensor axis name")
def _reverse(m: Machine, g: Given) -> Value:
    value = g("tensor", "input")
    inputs = tensor_inputs(m, *(g(name) for name in ("tensor", "input", "seq_lengths")))
    return operation(m, "ReverseV2", inputs, shape_of(m, value), dtype_of(m, value), g.name())


@takes("condition x y name")
def _where(m: Machine, g: Given) -> Value:
    condition, x, y = g("condition"), g("x"), g("y")
    inputs = tensor_inputs(m, condition, x, y)
    if x is None and y is None:
        dims = shape_of(m, condition)
        rank: Dim = len(dims) if isinstance(dims, tuple) else dims
        return operation(m, "Where", inputs, (None, rank), "int64", g.name("Where"))
    merged = shapes.merge(shape_of(m, x), shape_of(m, y))
    tested = shape_of(m, condition)
    if isinstance(tested, tuple) and isinstance(merged, tuple) and len(tested) == len(merged) > 1:
        merged = shapes.merge(merged, tested)
    return operation(m, "Select", inputs, merged, common_dtype(m, x, y), g.name("Select"))


@takes("condition x y name")
def _where_v2(m: Machine, g: Given) -> Value:
    condition, x, y = g("condition"), g("x"), g("y")
    inputs = tensor_inputs(m, condition, x, y)
    dims = shapes.broadcast_all([shape_of(m, one) for one in (condition, x, y)])
    return operation(m, "SelectV2", inputs, dims, common_dtype(m, x, y), g.name("SelectV2"))


def _meshgrid(m: Machine, a: Any) -> Value:
    if a.open or any(not isinstance(value, Tensor) for value in a.args):
        sizes: list[Dim] = [UNSEEN] * len(a.args)
    else:
        sizes = [shapes.multiply(s) if isinstance(s := shape_of(m, v), tuple) else s for v in a.args]
    if a.kwargs.get("indexing", "xy") == "xy" and len(sizes) > 1:
        sizes[:2] = sizes[1], sizes[0]
    dtype = common_dtype(m, *a.args)
    first = operation(m, "Mul", tensor_inputs(m, *a.args), tuple(sizes), dtype, "meshgrid")
    return m.new_list(outputs(first, len(sizes)), a.open)


@takes("input block_size name data_format")
def _depth_to_space(m: Machine, g: Given) -> Value:
    return _blocks(m, g, "DepthToSpace")


@takes("input block_size name data_format")
def _space_to_depth(m: Machine, g: Given) -> Value:
    return _blocks(m, g, "SpaceToDepth")


def _blocks(m: Machine, g: Given, op: str) -> Value:
    value, block = g("input"), g("block_size")
    dims = shape_of(m, value)
    result: Dims = UNSEEN
    if isinstance(dims, tuple) and len(dims) == 4 and isinstance(block, int) and block > 0:
        if g.text("data_format", default="NHWC") == "NHWC":
            n, h, w, c = dims
            if op == "DepthToSpace":
                result = (n, *(shapes.multiply((s, block)) for s in (h, w)), _part(c, block**2))
            else:
                sides = (_part(h, block), _part(w, block))
                result = (n, *sides, shapes.multiply((c, block**2)))
    return operation(m, op, tensor_inputs(m, value), result, dtype_of(m, value), g.name())


def _part(size: Dim, by: int) -> Dim:
    if isinstance(size, int):
        return size // by if size % by == 0 else UNSEEN
    return size


@takes("input name")
def _diag_part(m: Machine, g: Given) -> Value:
    value = g("input", "diagonal")
    dims = shape_of(m, value)
    half = len(dims) // 2 if isinstance(dims, tuple) and len(dims) % 2 == 0 else 0
    rest = shapes.merge(dims[:half], dims[half:]) if half and isinstance(dims, tuple) else UNSEEN
    return operation(m, "DiagPart", tensor_inputs(m, value), rest, dtype_of(m, value), g.name())


@takes("diagonal name")
def _diag(m: Machine, g: Given) -> Value:
    value = g("diagonal")
    dims = shape_of(m, value)
    twice: Dims = (*dims, *dims) if isinstance(dims, tuple) else dims
    return operation(m, "Diag", tensor_inputs(m, value), twice, dtype_of(m, value), g.name())


@takes("input shape name")
def _broadcast_to(m: Machine, g: Given) -> Value:
    value, shape = g("input"), g("shape")
    dims = constant_value_as_dims(m, shape)
    inputs = tensor_inputs(m, value, shape)
    return operation(m, "BroadcastTo", inputs, dims, dtype_of(m, value), g.name("BroadcastTo"))


MODELS: dict[str, Model] = {
    "tf.reshape": _reshape,
    "tf.concat": _concat,
    "tf.concat_v2": _concat,
    "tf.stack": _stack,
    "tf.pack": _stack,
    "tf.unstack": _unstack,
    "tf.unpack": _unstack,
    "tf.split": _split,
    "tf.expand_dims": _expand_dims,
    "tf.squeeze": _squeeze,
    "tf.transpose": _transpose,
    "tf.tile": _tile,
    "tf.pad": _pad,
    "tf.slice": _slice,
    "tf.strided_slice": _strided_slice,
    "tf.gather": _gather,
    "tf.gather_nd": _gather_nd,
    "tf.nn.embedding_lookup": _embedding_lookup,
    "tf.one_hot": _one_hot,
    "tf.boolean_mask": _boolean_mask,
    "tf.sequence_mask": _sequence_mask,
    "tf.shape": _measured("Shape"),
    "tf.size": _measured("Size"),
    "tf.rank": _measured("Rank"),
    "tf.reverse": _reverse,
    "tf.reverse_v2": _reverse,
    "tf.reverse_sequence": _reverse,
    "tf.where": _where,
    "tf.select": _where,
    "tf.where_v2": _where_v2,
    "tf.meshgrid": _meshgrid,
    "tf.depth_to_space": _depth_to_space,
    "tf.nn.depth_to_space": _depth_to_space,
    "tf.space_to_depth": _space_to_depth,
    "tf.nn.space_to_depth": _space_to_depth,
    "tf.diag_part": _diag_part,
    "tf.diag": _diag,
    "tf.broadcast_to": _broadcast_to,
}

