"""Static shapes of results: TensorFlow's own inference, as functions of shapes.

``None`` is what TensorFlow doesn't know and ``UNSEEN`` what the analysis doesn't; a result
is None only where TensorFlow's inference says so. Shapes that don't fit give UNSEEN.
Source: tensorflow/core/framework/common_shape_fns.cc and the ops' shape functions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from scopecheck.models.tensors import UNSEEN, Dim, Dims, Unseen

Axes: TypeAlias = "tuple[int, ...] | Unseen | None"
"""Axes of a reduction; None where TensorFlow doesn't know them."""


def axis_of(axis: int, rank: int) -> int | None:
    """A possibly negative axis as an index; None where it is out of range."""
    return axis % rank if -rank <= axis < rank else None


def rank_of(dims: Dims) -> int | None:
    """The rank where it is known."""
    return len(dims) if isinstance(dims, tuple) else None


def add_sizes(sizes: Iterable[Dim]) -> Dim:
    """The sum of sizes."""
    held = list(sizes)
    if None in held:
        return None
    if any(isinstance(size, Unseen) for size in held):
        return UNSEEN
    return sum(size for size in held if isinstance(size, int))


def multiply(sizes: Iterable[Dim]) -> Dim:
    """The product of sizes."""
    held = list(sizes)
    if None in held:
        return None
    if any(isinstance(size, Unseen) for size in held):
        return UNSEEN
    return math.prod(size for size in held if isinstance(size, int))


def merge_size(one: Dim, other: Dim) -> Dim:
    """The size two equal dimensions have; ValueError where they differ."""
    if isinstance(one, int) and isinstance(other, int):
        if one != other:
            raise ValueError
        return one
    if isinstance(one, int):
        return one
    if isinstance(other, int):
        return other
    return None if one is None and other is None else UNSEEN


def merge(one: Dims, other: Dims) -> Dims:
    """The shape of two tensors that must agree."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        if len(one) != len(other):
            return UNSEEN
        try:
            return tuple(merge_size(a, b) for a, b in zip(one, other, strict=True))
        except ValueError:
            return UNSEEN
    if isinstance(other, tuple):
        one, other = other, one
    if isinstance(one, tuple):
        if isinstance(other, Unseen):
            return tuple(UNSEEN if size is None else size for size in one)
        return one
    return None if one is None and other is None else UNSEEN


def broadcast(one: Dims, other: Dims) -> Dims:
    """The shape of an elementwise operation on two tensors."""
    if one is None or other is None:
        return None
    if isinstance(one, Unseen) or isinstance(other, Unseen):
        return UNSEEN
    rank = max(len(one), len(other))
    one = (1,) * (rank - len(one)) + one
    other = (1,) * (rank - len(other)) + other
    try:
        return tuple(_broadcast_size(a, b) for a, b in zip(one, other, strict=True))
    except ValueError:
        return UNSEEN


def _broadcast_size(one: Dim, other: Dim) -> Dim:
    if one == 1:
        return other
    if other == 1:
        return one
    return merge_size(one, other)


def broadcast_all(shapes: Sequence[Dims]) -> Dims:
    """The shape of an elementwise operation on any number of tensors."""
    result: Dims = ()
    for shape in shapes:
        result = broadcast(result, shape)
    return result


def matmul(one: Dims, other: Dims, turn_one: bool = False, turn_other: bool = False) -> Dims:
    """``tf.matmul``; a transposed or adjoint operand is turned."""
    if one is None or other is None:
        return None
    if isinstance(one, Unseen) or isinstance(other, Unseen):
        return UNSEEN
    if len(one) < 2 or len(other) < 2:
        return UNSEEN
    rows, inner = (one[-1], one[-2]) if turn_one else (one[-2], one[-1])
    inner_too, columns = (other[-1], other[-2]) if turn_other else (other[-2], other[-1])
    batch = broadcast(one[:-2], other[:-2])
    if not isinstance(batch, tuple) or not _agree(inner, inner_too):
        return UNSEEN
    return (*batch, rows, columns)


def _agree(one: Dim, other: Dim) -> bool:
    return not (isinstance(one, int) and isinstance(other, int) and one != other)


def reshape(dims: Dims, wanted: Dims) -> Dims:
    """``tf.reshape``: the one open size is inferred where all others are known."""
    if not isinstance(wanted, tuple):
        return wanted
    gaps = [i for i, size in enumerate(wanted) if size is None or size == -1]
    result: list[Dim] = [None if size == -1 else size for size in wanted]
    if len(gaps) != 1 or dims is None or (isinstance(dims, tuple) and None in dims):
        return tuple(result)
    total = UNSEEN if isinstance(dims, Unseen) else multiply(dims)
    rest = multiply(size for i, size in enumerate(wanted) if i != gaps[0])
    if not isinstance(total, int) or not isinstance(rest, int):
        result[gaps[0]] = UNSEEN
    elif rest > 0 and total % rest == 0:
        result[gaps[0]] = total // rest
    elif wanted[gaps[0]] == -1:
        return UNSEEN
    return tuple(result)


def concat(shapes: Sequence[Dims], axis: Dim) -> Dims:
    """``tf.concat``; an axis of None is a tensor that TensorFlow can't evaluate."""
    if len(shapes) == 1:
        return shapes[0]
    ranks = {len(shape) for shape in shapes if isinstance(shape, tuple)}
    if len(ranks) != 1:
        return None if shapes and all(shape is None for shape in shapes) else UNSEEN
    rank = ranks.pop()
    full = [spread(shape, rank) for shape in shapes]
    if not isinstance(axis, int):
        return (axis,) * rank
    at = axis_of(axis, rank)
    if at is None:
        return UNSEEN
    result: Dims = _replaced(full[0], at, 1)
    for shape in full[1:]:
        result = merge(result, _replaced(shape, at, 1))
    if not isinstance(result, tuple):
        return UNSEEN
    return _replaced(result, at, add_sizes(shape[at] for shape in full))


def spread(dims: Dims, rank: int) -> tuple[Dim, ...]:
    """A shape of which the rank is known from elsewhere."""
    if isinstance(dims, tuple):
        return dims
    return (dims,) * rank


def _replaced(dims: tuple[Dim, ...], at: int, size: Dim) -> tuple[Dim, ...]:
    return (*dims[:at], size, *dims[at + 1 :])


def stack(shapes: Sequence[Dims], axis: Dim) -> Dims:
    """``tf.stack``."""
    if not shapes:
        return UNSEEN
    merged = shapes[0]
    for shape in shapes[1:]:
        merged = merge(merged, shape)
    if not isinstance(merged, tuple):
        return merged
    at = axis_of(axis, len(merged) + 1) if isinstance(axis, int) else None
    return UNSEEN if at is None else (*merged[:at], len(shapes), *merged[at:])


def unstack(dims: Dims, axis: int) -> Dims:
    """One of the tensors that ``tf.unstack`` gives."""
    if not isinstance(dims, tuple):
        return dims
    at = axis_of(axis, len(dims))
    return UNSEEN if at is None else (*dims[:at], *dims[at + 1 :])


def split(dims: Dims, axis: Dim, size: Dim | None = None, count: int = 0) -> Dims:
    """One piece of ``tf.split``: of the size given, or one of ``count`` equal pieces."""
    if not isinstance(dims, tuple):
        return dims
    if not isinstance(axis, int):
        return (axis,) * len(dims)
    at = axis_of(axis, len(dims))
    if at is None:
        return UNSEEN
    if count:
        whole = dims[at]
        if isinstance(whole, int):
            if whole % count:
                return UNSEEN
            whole //= count
        return _replaced(dims, at, whole)
    return _replaced(dims, at, size)


def conv_out(size: Dim, kernel: Dim, stride: Dim, padding: str | None, dilation: Dim) -> Dim:
    """The output size of a window; ``padding`` is SAME, VALID or None where not known."""
    if padding not in ("SAME", "VALID"):
        return None if size is None else UNSEEN
    parts = (size, stride) if padding == "SAME" else (size, stride, kernel, dilation)
    if None in parts:
        return None
    if not isinstance(size, int) or not isinstance(stride, int) or stride < 1:
        return UNSEEN
    if padding == "SAME":
        return -(-size // stride)
    if not isinstance(kernel, int) or not isinstance(dilation, int):
        return UNSEEN
    out = -(-(size - (kernel - 1) * dilation) // stride)
    return out if out >= 0 else UNSEEN


def deconv_out(size: Dim, kernel: Dim, stride: Dim, padding: str | None) -> Dim:
    """The output size of a transposed convolution that is not told its output shape."""
    if size is None:
        return None
    if not isinstance(size, int) or not isinstance(stride, int):
        return UNSEEN
    if padding == "SAME":
        return size * stride
    if padding == "VALID" and isinstance(kernel, int):
        return size * stride + max(kernel - stride, 0)
    return UNSEEN


def reduce(dims: Dims, axes: Axes, keep: bool | None = False, everything: bool = False) -> Dims:
    """A reduction over axes, or over everything; ``keep`` is None where not known."""
    if keep is None:
        return UNSEEN
    if everything:
        if not keep:
            return ()
        return (1,) * len(dims) if isinstance(dims, tuple) else dims
    if not isinstance(dims, tuple):
        return dims
    if not isinstance(axes, tuple):
        return (axes,) * len(dims) if keep else axes
    at = {axis_of(axis, len(dims)) for axis in axes}
    if None in at:
        return UNSEEN
    if keep:
        return tuple(1 if i in at else size for i, size in enumerate(dims))
    return tuple(size for i, size in enumerate(dims) if i not in at)


def transpose(dims: Dims, perm: Axes, backwards: bool = False) -> Dims:
    """``tf.transpose`` with a permutation, or with the axes backwards."""
    if backwards:
        return dims[::-1] if isinstance(dims, tuple) else dims
    if not isinstance(perm, tuple):
        return (perm,) * len(dims) if isinstance(dims, tuple) else UNSEEN
    full = spread(dims, len(perm))
    if len(full) != len(perm) or {axis_of(axis, len(full)) for axis in perm} != {*range(len(full))}:
        return UNSEEN
    return tuple(full[axis] for axis in perm)


def expand_dims(dims: Dims, axis: Dim) -> Dims:
    """``tf.expand_dims``."""
    if not isinstance(dims, tuple):
        return dims
    if not isinstance(axis, int):
        return axis
    at = axis_of(axis, len(dims) + 1)
    return UNSEEN if at is None else (*dims[:at], 1, *dims[at:])


def squeeze(dims: Dims, axes: Axes) -> Dims:
    """``tf.squeeze``; of no axes, all of size one, and then a None hides the rank."""
    if not isinstance(dims, tuple) or not isinstance(axes, tuple):
        return dims if not isinstance(dims, tuple) else UNSEEN
    if not axes:
        if None in dims:
            return None
        if UNSEEN in dims:
            return UNSEEN
        return tuple(size for size in dims if size != 1)
    at = {axis_of(axis, len(dims)) for axis in axes}
    if None in at or any(isinstance(dims[i], int) and dims[i] != 1 for i in at if i is not None):
        return UNSEEN
    return tuple(size for i, size in enumerate(dims) if i not in at)


def tile(dims: Dims, multiples: Dims) -> Dims:
    """``tf.tile``."""
    if not isinstance(multiples, tuple):
        return (multiples,) * len(dims) if isinstance(dims, tuple) else UNSEEN
    full = spread(dims, len(multiples))
    if len(full) != len(multiples):
        return UNSEEN
    return tuple(multiply(pair) for pair in zip(full, multiples, strict=True))


def pad(dims: Dims, paddings: Sequence[tuple[Dim, Dim]] | Unseen | None) -> Dims:
    """``tf.pad``."""
    if paddings is None or isinstance(paddings, Unseen):
        return (paddings,) * len(dims) if isinstance(dims, tuple) else dims
    full = spread(dims, len(paddings))
    if len(full) != len(paddings):
        return UNSEEN
    return tuple(add_sizes((size, *two)) for size, two in zip(full, paddings, strict=True))


def gather(params: Dims, indices: Dims, axis: Dim = 0, batch: int = 0) -> Dims:
    """``tf.gather`` and, along axis 0, ``tf.nn.embedding_lookup``."""
    if params is None or indices is None:
        return None
    if isinstance(params, Unseen) or isinstance(indices, Unseen):
        return UNSEEN
    at = axis_of(axis, len(params)) if isinstance(axis, int) else None
    if at is None:  # the values of the indices are not needed, only how many axes there are
        return (None,) * (len(params) + len(indices) - 1) if axis is None and not batch else UNSEEN
    return (*params[:at], *indices[batch:], *params[at + 1 :])


def gather_nd(params: Dims, indices: Dims, batch: Dim = 0) -> Dims:
    """``tf.gather_nd``; batch: how many first dimensions both have in common."""
    if batch != 0:
        if not (
            isinstance(batch, int) and isinstance(params, tuple) and isinstance(indices, tuple)
        ):
            return UNSEEN
        inner = gather_nd(params[batch:], indices[batch:])
        return (*indices[:batch], *inner) if isinstance(inner, tuple) else inner
    if params is None or indices is None:
        return None
    if isinstance(params, Unseen) or isinstance(indices, Unseen) or not indices:
        return UNSEEN
    depth = indices[-1]
    if not isinstance(depth, int):
        return depth
    return (*indices[:-1], *params[depth:]) if depth <= len(params) else UNSEEN


def one_hot(indices: Dims, depth: Dim, axis: Dim = -1) -> Dims:
    """``tf.one_hot``."""
    if not isinstance(indices, tuple):
        return indices
    at = axis_of(axis, len(indices) + 1) if isinstance(axis, int) else None
    return UNSEEN if at is None else (*indices[:at], depth, *indices[at:])


def boolean_mask(dims: Dims, mask: Dims, axis: int) -> Dims:
    """``tf.boolean_mask``: the masked dimensions become one that nobody knows."""
    if not isinstance(mask, tuple):
        return UNSEEN
    if not isinstance(dims, tuple):
        return dims
    return (*dims[:axis], None, *dims[axis + len(mask) :])


def slice_sizes(dims: Dims, begin: Dims, size: Dims) -> Dims:
    """``tf.slice``: a size of -1 takes the rest."""
    rank = rank_of(size) or rank_of(begin) or rank_of(dims)
    if rank is None:
        return None if size is None and dims is None else UNSEEN
    full, starts, sizes = spread(dims, rank), spread(begin, rank), spread(size, rank)
    if not len(full) == len(starts) == len(sizes):
        return UNSEEN
    result: list[Dim] = []
    for whole, start, wanted in zip(full, starts, sizes, strict=True):
        if wanted != -1:
            result.append(wanted)
        elif isinstance(start, int):
            result.append(whole - start if isinstance(whole, int) else whole)
        else:
            result.append(None if start is None or whole is None else UNSEEN)
    return tuple(result)
