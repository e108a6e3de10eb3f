"""Operations that rearrange tensors: reshape, concat, stack, split, slice, gather …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import shapes
from scopecheck.models.argument_order import check_order
from scopecheck.models.constants import (
    ConstantTensor,
    constant_value_as_dims,
    never_evaluated,
    number_of,
    with_value,
)
from scopecheck.models.ops.arguments import (
    Given,
    axes_of,
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
from scopecheck.models.ops.dtypes_refused import check_all
from scopecheck.models.ops.operands import check_reshape
from scopecheck.models.ops.rearranged import (
    check_each,
    check_expanded,
    check_joined,
    check_merged,
    check_pieces,
    check_split,
    check_squeezes,
    check_turned,
)
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
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
    held, wanted = shape_of(m, value), constant_value_as_dims(m, shape)
    check_reshape(m, held, wanted)
    dims = shapes.reshape(held, wanted)
    inputs = sized_inputs(m, value, shape)
    return operation(m, "Reshape", inputs, dims, dtype_of(m, value), g.name())


@takes("values axis name")
def _concat(m: Machine, g: Given) -> Value:
    values, axis = g("values"), g("axis")
    check_order(m, "concat", values, axis, g)
    return _concatenated(m, g, values, axis)


@takes("concat_dim values name")
def _concat_before_one(m: Machine, g: Given) -> Value:
    values, axis = g("values"), g("concat_dim")
    check_order(m, "concat", values, axis, g)
    return _concatenated(m, g, values, axis)


def _concatenated(m: Machine, g: Given, values: Value, axis: Value) -> Value:
    items = items_of(m, values) if not isinstance(values, Tensor) else (values,)
    inputs = tensor_inputs(m, values)
    name = g.name("concat")
    if items is None:
        return operation(m, "ConcatV2", inputs, UNSEEN, None, name)
    if not items:
        op = "Concat" if m.world.before_one else "ConcatV2"
        message = (
            f"List argument 'values' to '{op}' Op with length 0 shorter than minimum length 2."
        )
        raise refuse_argument(m, op, "ValueError", message)
    check_all(m, "ConcatV2", "values", values)
    where = whole(number_of(m, axis))
    held = [shape_of(m, item) for item in items]
    check_joined(m, held, where)
    dims = shapes.concat(held, where)
    op = "Identity" if len(items) == 1 else "ConcatV2"
    made = operation(m, op, inputs, dims, common_dtype(m, *items), name)
    return _joined(m, composed(made, "concat") if len(items) == 1 else made, items)


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
    held = [shape_of(m, item) for item in items]
    tensors = any(isinstance(item, Tensor) for item in items)
    if tensors:
        check_all(m, "Pack", "values", values)
    if all(isinstance(item, Tensor) for item in items):
        check_merged(m, "Pack", held)
    dims = shapes.stack(held, whole(axis))
    dtype = common_dtype(m, *items) if tensors else dtype_of(m, values)
    made = operation(m, "Pack", inputs, dims, dtype, g.name("stack"))
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
    value, sizes, axis = g("value"), g("num_or_size_splits"), g("axis")
    check_order(m, "split", value, axis, g)
    return _pieces(m, g, value, sizes, axis)


@takes("split_dim num_split value name")
def _split_before_one(m: Machine, g: Given) -> Value:
    value, sizes, axis = g("value"), g("num_split"), g("split_dim")
    check_order(m, "split", value, axis, g)
    return _pieces(m, g, value, sizes, axis)


def _pieces(m: Machine, g: Given, value: Value, sizes: Value, axis: Value) -> Value:
    where = whole(number_of(m, 0 if axis is None else axis))
    dims, dtype = shape_of(m, value), dtype_of(m, value)
    inputs = sized_inputs(m, value, sizes)
    count = number_of(m, sizes) if not isinstance(sizes, (tuple, ListRef)) else None
    if isinstance(count, int):
        if not 0 < count <= MOST_PIECES:
            return m.new_list((), True)
        check_split(m, dims, where, count)
        piece = shapes.split(dims, where, count=count)
        first = operation(m, "Split", inputs, piece, dtype, g.name("split"))
        return m.new_list(outputs(first, count))
    pieces = constant_value_as_dims(m, sizes)
    if not isinstance(pieces, tuple) or (sizes is not None and shape_of(m, sizes) == ()):
        return m.new_list((), True)
    check_pieces(m, dims, where, pieces)
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
    value, asked = g("input"), g("axis", "dim")
    axes = axes_of(m, asked)
    if isinstance(axes, tuple) and len(axes) == 1:
        axis: Dim = axes[0]
    else:
        axis = whole(g.number("axis", "dim"))
    check_expanded(m, shape_of(m, value), axis)
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
    check_squeezes(m, shape_of(m, value), axes)
    dims = shapes.squeeze(shape_of(m, value), axes)
    return operation(m, "Squeeze", tensor_inputs(m, value), dims, dtype_of(m, value), g.name())


@takes("a perm name conjugate")
def _transpose(m: Machine, g: Given) -> Value:
    value, perm = g("a"), g("perm")
    held, axes = shape_of(m, value), axes_of(m, perm)
    if perm is not None:
        check_turned(m, held, axes)
    dims = shapes.transpose(held, axes, backwards=perm is None)
    inputs = sized_inputs(m, value, perm)
    return operation(m, "Transpose", inputs, dims, dtype_of(m, value), g.name("transpose"))


@takes("input multiples name")
def _tile(m: Machine, g: Given) -> Value:
    value, multiples = g("input"), g("multiples")
    times = constant_value_as_dims(m, multiples)
    check_each(m, "Tile", shape_of(m, value), len(times) if isinstance(times, tuple) else None)
    dims = shapes.tile(shape_of(m, value), times)
    inputs = sized_inputs(m, value, multiples)
    return operation(m, "Tile", inputs, dims, dtype_of(m, value), g.name("Tile"))


@takes("tensor paddings mode name constant_values")
def _pad(m: Machine, g: Given) -> Value:
    value, paddings = g("tensor"), g("paddings")
    held = paddings.rows if isinstance(paddings, Tensor) else items_of(m, paddings)
    pairs: Any = None if never_evaluated(paddings) else UNSEEN
    if held is not None:
        each = [constant_value_as_dims(m, pair) for pair in held]
        pairs = [(p[0], p[1]) for p in each if isinstance(p, tuple) and len(p) == 2]
        pairs = pairs if len(pairs) == len(each) else UNSEEN
    check_each(m, "Pad", shape_of(m, value), None if held is None else len(held))
    dims = shapes.pad(shape_of(m, value), pairs)
    inputs = sized_inputs(m, value, paddings)
    constant = g.text("mode", default="CONSTANT") in ("CONSTANT", "constant")
    op = "MirrorPad" if not constant else "PadV2" if g("constant_values", default=0) else "Pad"
    return operation(m, op, inputs, dims, dtype_of(m, value), g.name(op))


def _measured(op: str) -> Model:
    @takes("input name out_type")
    def model(m: Machine, g: Given) -> Value:
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


def _meshgrid(m: Machine, a: Arguments) -> Value:
    if a.open or any(not isinstance(value, Tensor) for value in a.args):
        sizes: list[Dim] = [UNSEEN] * len(a.args)
    else:
        dims = [shape_of(m, value) for value in a.args]
        sizes = [shapes.multiply(one) if isinstance(one, tuple) else one for one in dims]
    if a.kwargs.get("indexing", "xy") == "xy" and len(sizes) > 1:
        sizes[:2] = sizes[1], sizes[0]
    dtype = common_dtype(m, *a.args)
    first = composed(
        operation(m, "Mul", tensor_inputs(m, *a.args), tuple(sizes), dtype, "meshgrid")
    )
    return m.new_list(outputs(first, len(sizes)), a.open)


@takes("input shape name")
def _broadcast_to(m: Machine, g: Given) -> Value:
    value, shape = g("input"), g("shape")
    dims = constant_value_as_dims(m, shape)
    inputs = sized_inputs(m, value, shape)
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
    "tf.shape": _measured("Shape"),
    "tf.size": _measured("Size"),
    "tf.rank": _measured("Rank"),
    "tf.reverse": _reverse,
    "tf.reverse_v2": _reverse,
    "tf.reverse_sequence": _reverse,
    "tf.meshgrid": _meshgrid,
    "tf.broadcast_to": _broadcast_to,
}
BEFORE_ONE: dict[str, Model] = {
    "tf.concat": _concat_before_one,
    "tf.split": _split_before_one,
    "tf.split_v": _split,
}
