"""tf.fixed_size_partitioner and its siblings: callables that say how a variable is cut.

Source: tensorflow/python/ops/partitioned_variables.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from scopecheck.models.messages import no_attribute, type_text
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import DType, Shape
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Sizes: TypeAlias = "tuple[int, ...]"
BYTES = {"float16": 2, "bfloat16": 2, "float64": 8, "int64": 8, "uint64": 8, "complex64": 8}
BYTES.update({"complex128": 16, "int8": 1, "uint8": 1, "bool": 1, "int16": 2, "uint16": 2})


@dataclass(frozen=True)
class Partitioner(Foreign):
    """A partitioner: called with a shape and a dtype it gives the parts along each axis."""

    kind: str
    numbers: tuple[int, ...]

    def call(self, m: Machine, args: Arguments) -> Value:
        """The list of parts along each axis."""
        given = _CALL.bind(m, "_partitioner", args)
        shape, dtype = given["shape"], needed(m, given["dtype"])
        self._check_dtype(m, dtype)
        dims = shape.dims if isinstance(shape, Shape) else None
        sizes = (
            tuple(size for size in dims if isinstance(size, int)) if isinstance(dims, tuple) else ()
        )
        if not isinstance(dims, tuple) or len(sizes) != len(dims):
            return m.unknown("a partition list", not_none=True)
        axis = self.numbers[1]
        if not -len(sizes) <= axis < len(sizes):
            raise m.fail("IndexError", "list assignment index out of range")
        width = BYTES.get(dtype.name, 4) if isinstance(dtype, DType) else 4
        parts = [1] * len(sizes)
        try:
            parts[axis] = COUNTS[self.kind](sizes, width, self.numbers)
        except ZeroDivisionError as error:
            raise m.fail("ZeroDivisionError", str(error)) from None
        return m.new_list(parts)

    def _check_dtype(self, m: Machine, dtype: Value) -> None:
        """The partitioners that count bytes want a DType, and no name or type."""
        shown = type_text(m, dtype)
        if shown is None or self.kind == "fixed_size_partitioner":
            return
        if self.kind == "variable_axis_size_partitioner":
            raise m.fail("ValueError", f"dtype is not a DType: {shown}")
        raise m.fail("AttributeError", no_attribute(m, dtype, "base_dtype"))


_CALL = Signature("shape, dtype=None")


def _fixed(sizes: Sizes, width: int, numbers: Sizes) -> int:
    shards, axis = numbers
    return min(shards, sizes[axis])


def _by_size(sizes: Sizes, width: int, numbers: Sizes) -> int:
    largest, axis, _, most = numbers
    one_slice = math.prod(sizes) / sizes[axis] * width
    shards = math.ceil(sizes[axis] / max(1, math.floor(largest / one_slice)))
    return min(most, shards) if most else shards


def _at_least(sizes: Sizes, width: int, numbers: Sizes) -> int:
    most, axis, smallest, _ = numbers
    return max(1, min(sizes[axis], most, math.ceil(math.prod(sizes) * width / smallest)))


COUNTS: dict[str, Callable[[Sizes, int, Sizes], int]] = {
    "fixed_size_partitioner": _fixed,
    "variable_axis_size_partitioner": _by_size,
    "min_max_variable_partitioner": _at_least,
}
_SIGNATURES = {
    "fixed_size_partitioner": "num_shards, axis=0",
    "variable_axis_size_partitioner": (
        "max_shard_bytes, axis=0, bytes_per_string_element=16, max_shards=0"
    ),
    "min_max_variable_partitioner": (
        f"max_partitions=1, axis=0, min_slice_size={256 << 10}, bytes_per_string_element=16"
    ),
}


def _maker(kind: str) -> Model:
    signature = Signature(_SIGNATURES[kind])

    def make(m: Machine, a: Arguments) -> Value:
        given = signature.bind(m, kind, a)
        numbers = []
        for name in signature.names:
            value = needed(m, given[name])
            numbers.append(0 if value is None else value)
        if not all(isinstance(number, int) for number in numbers):
            return m.unknown("a partitioner", not_none=True)
        return Partitioner(kind, tuple(numbers))

    return make


MODELS: dict[str, Model] = {f"tf.{kind}": _maker(kind) for kind in COUNTS}
