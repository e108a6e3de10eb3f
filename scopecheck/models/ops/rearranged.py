"""Shapes that can't be joined, cut or turned as asked: TensorFlow refuses them as it builds.

As in ``operands.py``, only what is known is looked at.

Source: tensorflow/core/framework/common_shape_fns.cc; tensorflow/core/ops/array_ops.cc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.shapes import Axes, add_sizes, axis_of
from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.tensors import Dim, Dims
from scopecheck.symbolic.subscripts import Slice
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _refuse(m: Machine, op: str, message: str) -> None:
    if tells(m) and not m.world.before_one:
        raise refuse_argument(m, op, "ValueError", f"{message}…")


def check_merged(m: Machine, op: str, shapes: Sequence[Dims]) -> None:
    """Refuses tensors that don't all have one shape."""
    for one in shapes[1:]:
        if incompatible(shapes[0], one):
            ranks = isinstance(shapes[0], tuple) and isinstance(one, tuple)
            same = ranks and len(shapes[0]) == len(one)  # type: ignore[arg-type]
            _refuse(m, op, "Dimension " if same else "Shapes must be equal rank, but are ")


def check_joined(m: Machine, shapes: Sequence[Dims], axis: Dim) -> None:
    """``tf.concat``: the same rank, and the same sizes but for the axis."""
    known = [shape for shape in shapes if isinstance(shape, tuple)]
    if len(shapes) < 2 or not known:
        return
    rank = len(known[0])
    if any(len(shape) == 0 for shape in known):
        _refuse(m, "ConcatV2", "Can't concatenate scalars (use tf.stack instead)")
    if any(len(shape) != rank for shape in known):
        _refuse(m, "ConcatV2", "Shape")
    if not isinstance(axis, int):
        return
    at = axis_of(axis, rank)
    if at is None:
        least = -axis if axis < 0 else axis + 1
        _refuse(m, "ConcatV2", f"Shape must be at least rank {least} but is rank {rank}")
        return
    rest = [shape[:at] + shape[at + 1 :] for shape in known]
    if any(incompatible(rest[0], one) for one in rest[1:]):
        _refuse(m, "ConcatV2", "Dimension ")


def check_axes(m: Machine, op: str, dims: Dims, axes: Axes) -> None:
    """Refuses to reduce a dimension that isn't there."""
    if not isinstance(dims, tuple) or not isinstance(axes, tuple):
        return
    for axis in axes:
        if axis_of(axis, len(dims)) is None:
            words = f"Invalid reduction dimension {axis} for input with {len(dims)} dimensions."
            _refuse(m, op, words)


def check_expanded(m: Machine, dims: Dims, axis: Dim) -> None:
    """``tf.expand_dims``."""
    if isinstance(dims, tuple) and isinstance(axis, int):
        rank = len(dims)
        if axis_of(axis, rank + 1) is None:
            message = f"dim {axis} not in the interval [{-rank - 1}, {rank}]."
            _refuse(m, "ExpandDims", message)


def check_squeezes(m: Machine, dims: Dims, axes: Axes) -> None:
    """``tf.squeeze``: what is left off is 1."""
    if not isinstance(dims, tuple) or not isinstance(axes, tuple):
        return
    for axis in axes:
        at = axis_of(axis, len(dims))
        if at is None:
            words = f"Tried to squeeze dim index {axis} for tensor with {len(dims)} dimensions."
            _refuse(m, "Squeeze", words)
            return
        size = dims[at]
        if isinstance(size, int) and size != 1:
            words = f"Can not squeeze dim[{at}], expected a dimension of 1, got {size}"
            _refuse(m, "Squeeze", words)


def check_split(m: Machine, dims: Dims, axis: Dim, count: int) -> None:
    """``tf.split`` into as many pieces of one size."""
    size = _along(dims, axis)
    if isinstance(size, int) and count > 0 and size % count:
        _refuse(m, "Split", f"Dimension size must be evenly divisible by {count} but is {size}")


def check_pieces(m: Machine, dims: Dims, axis: Dim, pieces: tuple[Dim, ...]) -> None:
    """``tf.split`` into pieces of these sizes, of which one may be -1."""
    size = _along(dims, axis)
    total = add_sizes(piece for piece in pieces if piece != -1)
    if not isinstance(size, int) or not isinstance(total, int) or not pieces:
        return
    if total > size or (-1 not in pieces and total != size):
        _refuse(m, "SplitV", f"can't split axis of size {size} into pieces of size [")


def check_turned(m: Machine, dims: Dims, perm: Axes) -> None:
    """``tf.transpose``: as many axes as there are dimensions."""
    if isinstance(dims, tuple) and isinstance(perm, tuple) and len(dims) != len(perm):
        message = f"Dimension must be {len(dims)} but is {len(perm)}"
        _refuse(m, "Transpose", message)


def check_each(m: Machine, op: str, dims: Dims, count: Dim) -> None:
    """One number, or one pair, for each dimension: ``tf.tile`` and ``tf.pad``."""
    if isinstance(dims, tuple) and isinstance(count, int) and len(dims) != count:
        _refuse(m, op, "Shape must be rank ")


def check_indices(m: Machine, dims: Dims, parts: tuple[Value, ...]) -> None:
    """Indices into a tensor: no more than it has dimensions, each within its dimension."""
    if not isinstance(dims, tuple) or not all(_is_index(part) for part in parts):
        return
    taken = sum(part is not None and part is not ... for part in parts)
    if taken > len(dims):
        message = f"Index out of range using input dim {len(dims)}; input has only {len(dims)} dims"
        _refuse(m, "StridedSlice", message)
    at = 0
    for part in parts:
        if part is ...:
            at += len(dims) - taken
        elif part is not None:
            size = dims[at] if at < len(dims) else None
            if isinstance(part, int) and isinstance(size, int) and not -size <= part < size:
                message = f"slice index {part} of dimension {at} out of bounds."
                _refuse(m, "StridedSlice", message)
            at += 1


def _is_index(part: Value) -> bool:
    return part is None or part is ... or isinstance(part, (Slice, int))


def _along(dims: Dims, axis: Dim) -> Dim:
    """The size along an axis, where both are known."""
    if not isinstance(dims, tuple) or not isinstance(axis, int):
        return None
    at = axis_of(axis, len(dims))
    return None if at is None else dims[at]
