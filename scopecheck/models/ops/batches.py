"""Blocks of space moved into the batch or the depth and back, and distances of sequences.

Source: tensorflow/core/ops/array_ops.cc, ``SpaceToBatchShapeHelper``; array_ops.py,
``edit_distance``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models.constants import constant_value_as_dims
from scopecheck.models.ops.arguments import Given, dtype_of, shape_of, takes, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.shapes import multiply
from scopecheck.models.tensors import UNSEEN, Dim, Dims, operation
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Rows = tuple[tuple[int, int], ...]


def _rows(m: Machine, value: Value) -> Rows | None:
    """Paddings or crops: two whole numbers for each side, None where they aren't all known."""
    held = iterate(m, value)
    if held is None or held.open:
        return None
    found: list[tuple[int, int]] = []
    for row in held.items:
        pair = constant_value_as_dims(m, row)
        if not isinstance(pair, tuple) or len(pair) != 2:
            return None
        if not isinstance(pair[0], int) or not isinstance(pair[1], int):
            return None
        found.append((pair[0], pair[1]))
    return tuple(found)


def _moved(dims: Dims, blocks: Dims, rows: Rows | None, into_batch: bool) -> Dims:
    """The shape afterwards; blocks: the size of a block on each side after the batch."""
    if not isinstance(dims, tuple) or not isinstance(blocks, tuple):
        return UNSEEN
    sides = [one for one in blocks if isinstance(one, int) and one > 0]
    if len(sides) != len(blocks) or len(dims) <= len(blocks):
        return UNSEEN
    if rows is None or len(rows) != len(sides):
        return (UNSEEN,) * (len(sides) + 1) + dims[len(sides) + 1 :]
    whole = math.prod(sides)
    space: list[Dim] = []
    for size, side, (before, after) in zip(dims[1:], sides, rows, strict=False):
        if not isinstance(size, int):
            space.append(size)
        elif into_batch:
            space.append((size + before + after) // side)
        else:
            space.append(size * side - before - after)
    first = dims[0]
    if isinstance(first, int):
        first = first * whole if into_batch else first // whole
    return (first, *space, *dims[len(sides) + 1 :])


def _blocks(op: str, names: str, into_batch: bool) -> Model:
    """One of the four functions. names: its parameters in their order."""

    @takes(names)
    def run(m: Machine, g: Given) -> Value:
        value, side = g("input"), g("block_shape", "block_size")
        blocks: Dims = (side, side) if isinstance(side, int) else constant_value_as_dims(m, side)
        dims = _moved(shape_of(m, value), blocks, _rows(m, g("paddings", "crops")), into_batch)
        return operation(m, op, tensor_inputs(m, value), dims, dtype_of(m, value), g.name())

    return run


@takes("hypothesis truth normalize name")
def _edit_distance(m: Machine, g: Given) -> Value:
    return operation(m, "EditDistance", (), UNSEEN, "float32", g.name(default="edit_distance"))


_INTO_ND = _blocks("SpaceToBatchND", "input block_shape paddings name", True)
_BACK_ND = _blocks("BatchToSpaceND", "input block_shape crops name", False)
_INTO = _blocks("SpaceToBatch", "input paddings block_size name block_shape", True)
_BACK = _blocks("BatchToSpace", "input crops block_size name block_shape", False)


@takes("input block_size name data_format")
def _depth_to_space(m: Machine, g: Given) -> Value:
    return _in_depth(m, g, "DepthToSpace")


@takes("input block_size name data_format")
def _space_to_depth(m: Machine, g: Given) -> Value:
    return _in_depth(m, g, "SpaceToDepth")


def _in_depth(m: Machine, g: Given, op: str) -> Value:
    value, block = g("input"), g("block_size")
    dims = shape_of(m, value)
    result: Dims = UNSEEN
    whole_block = block if isinstance(block, int) and block > 0 else 0
    last = g.text("data_format", default="NHWC") == "NHWC"
    if isinstance(dims, tuple) and len(dims) == 4 and whole_block and last:
        n, h, w, c = dims
        if op == "DepthToSpace":
            sides = [multiply((size, whole_block)) for size in (h, w)]
            result = (n, *sides, _part(c, whole_block**2))
        else:
            sides = [_part(size, whole_block) for size in (h, w)]
            result = (n, *sides, multiply((c, whole_block**2)))
    return operation(m, op, tensor_inputs(m, value), result, dtype_of(m, value), g.name())


def _part(size: Dim, by: int) -> Dim:
    if isinstance(size, int):
        return size // by if size % by == 0 else UNSEEN
    return size


MODELS: dict[str, Model] = {
    "tf.space_to_batch_nd": _INTO_ND,
    "tf.manip.space_to_batch_nd": _INTO_ND,
    "tf.batch_to_space_nd": _BACK_ND,
    "tf.manip.batch_to_space_nd": _BACK_ND,
    "tf.space_to_batch": _INTO,
    "tf.nn.space_to_batch": _INTO,
    "tf.batch_to_space": _BACK,
    "tf.edit_distance": _edit_distance,
    "tf.depth_to_space": _depth_to_space,
    "tf.nn.depth_to_space": _depth_to_space,
    "tf.space_to_depth": _space_to_depth,
    "tf.nn.space_to_depth": _space_to_depth,
}
