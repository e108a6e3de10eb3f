"""Sizes of layers: kernels, strides, what convolutions and poolings leave of a length.

Source: tensorflow/python/keras/utils/conv_utils.py.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models.tensors import UNSEEN, Dim, Unseen
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def size(m: Machine, value: Value) -> Dim:
    """A number of units or filters."""
    at = index_of(m, value)
    if isinstance(at, float) and math.isfinite(at):
        return int(at)
    return int(at) if isinstance(at, int) else UNSEEN


def sizes(m: Machine, value: Value, count: int) -> tuple[Dim, ...]:
    """A kernel size or strides: one number for all, or one for each."""
    value = needed(m, value)
    held = iterate(m, value) if isinstance(value, (tuple, ListRef, Foreign)) else None
    if held is None and not isinstance(value, (tuple, ListRef)):
        return (size(m, value),) * count
    if held is None or held.open or len(held.items) != count:
        return (UNSEEN,) * count
    return tuple(size(m, one) for one in held.items)


def window(length: Dim, kernel: Dim, stride: Dim, padding: str | None, dilation: Dim = 1) -> Dim:
    """The length of a convolution's or pooling's output."""
    if length is None:
        return None
    if isinstance(length, Unseen) or padding is None:
        return UNSEEN
    if (
        not (isinstance(kernel, int) and isinstance(stride, int) and isinstance(dilation, int))
        or stride < 1
    ):
        return UNSEEN
    if padding in ("same", "causal"):
        return -(-length // stride)
    reach = (kernel - 1) * dilation + 1
    return max(0, -(-(length - reach + 1) // stride))


def transposed(length: Dim, kernel: Dim, stride: Dim, padding: str | None) -> Dim:
    """The length of a transposed convolution's output."""
    if length is None:
        return None
    if (
        not (isinstance(length, int) and isinstance(kernel, int) and isinstance(stride, int))
        or padding is None
    ):
        return UNSEEN
    return length * stride + (max(kernel - stride, 0) if padding == "valid" else 0)


def padding_of(m: Machine, value: Value) -> str | None:
    """``same`` or ``valid``; None where it can't be known."""
    value = needed(m, value)
    return value.lower() if isinstance(value, str) else None
