"""What a ``tf.TensorShape`` says of others: whether they agree, and both together.

Source: tensorflow/python/framework/tensor_shape.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.tensors import UNSEEN, Dims, Shape, Unseen, dims_of
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def compared(shape: Shape, name: str) -> Value:
    """A method that holds a shape against another shape or a rank."""
    found = METHODS.get(name)
    if found is None:
        return NotImplemented
    return Builtin(name, lambda m, a: found(m, shape, a))


def agree(one: Dims, other: Dims) -> bool | None:
    """Whether two shapes can be one; None where that isn't known."""
    if one is None or other is None:
        return True
    if isinstance(one, Unseen) or isinstance(other, Unseen):
        return None
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    if any(isinstance(a, int) and isinstance(b, int) and a != b for a, b in pairs):
        return False
    unseen = any(isinstance(a, Unseen) or isinstance(b, Unseen) for a, b in pairs)
    return None if unseen else True


def _is_compatible(m: Machine, shape: Shape, a: Arguments) -> Value:
    known = agree(shape.dims, dims_of(m, a.args[0]))
    return m.unknown("shapes are compatible", kind="bool") if known is None else known


def _assert_compatible(m: Machine, shape: Shape, a: Arguments) -> Value:
    if agree(shape.dims, dims_of(m, a.args[0])) is False:
        raise m.fail("ValueError", "Shapes … and … are incompatible")
    return None


def _merged(m: Machine, shape: Shape, a: Arguments) -> Value:
    other = dims_of(m, a.args[0])
    if agree(shape.dims, other) is False:
        raise m.fail("ValueError", "Shapes … and … are not compatible")
    return Shape(shapes.merge(shape.dims, other))


def _ranked(m: Machine, shape: Shape, a: Arguments) -> Value:
    rank = needed(m, a.args[0] if a.args else a.kwargs.get("rank"))
    if not isinstance(rank, int) or isinstance(shape.dims, Unseen):
        return Shape(UNSEEN)
    if shape.dims is not None and len(shape.dims) != rank:
        raise m.fail("ValueError", f"Shape … must have rank {rank}")
    return Shape((None,) * rank if shape.dims is None else shape.dims)


def _assert_ranked(m: Machine, shape: Shape, a: Arguments) -> Value:
    _ranked(m, shape, a)
    return None


METHODS: dict[str, Callable[[Machine, Shape, Arguments], Value]] = {
    "is_compatible_with": _is_compatible,
    "assert_is_compatible_with": _assert_compatible,
    "assert_has_rank": _assert_ranked,
    "with_rank": _ranked,
    "with_rank_at_least": lambda m, shape, a: shape,
    "merge_with": _merged,
}
