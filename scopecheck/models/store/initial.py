"""Initial values and initializers: what they say about a variable's shape and dtype."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scopecheck.models.numpy.numbers import SHORTER, own_dtype
from scopecheck.models.tensors import UNSEEN, Dims, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Extern,
    Foreign,
    Function,
    Instance,
    ListRef,
    Method,
    Partial,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

PYTHON_DTYPES = {float: "float32", int: "int32", bool: "bool", str: "string", complex: "complex128"}
PYTHON_DTYPES[object] = "string"
KNOWN_DTYPES = frozenset(
    "float16 float32 float64 bfloat16 complex64 complex128 int8 uint8 uint16 uint32 uint64 int16 "
    "int32 int64 bool string qint8 quint8 qint16 quint16 qint32 resource variant "
    "half double".split()
)


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant's static shape and dtype (None where not known)."""

    dims: Dims
    dtype: str | None


class Initializer(Foreign):
    """An instance of an initializer class; ``value``: a float that it was made with.

    count: how many numbers it was made with, None where that isn't known. unfit: the dtypes,
    one of each kind, that what it was made with can't be converted to.
    """

    __slots__ = ("count", "name", "unfit", "value")

    def __init__(
        self,
        name: str,
        value: float | None = None,
        count: int | None = None,
        unfit: frozenset[str] = frozenset(),
    ) -> None:
        self.name = name
        self.value = value
        self.count = count
        self.unfit = unfit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Initializer) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def _held(self) -> tuple[str, float | None, int | None, frozenset[str]]:
        return self.name, self.value, self.count, self.unfit

    def call(self, m: Machine, args: Arguments) -> Value:
        """Makes the initial value: a tensor of the shape asked for."""
        from scopecheck.models.tensors import dims_of, operation

        shape = args.args[0] if args.args else args.kwargs.get("shape")
        return operation(
            m, "Initial", (), dims_of(m, shape) if shape is not None else UNSEEN, "float32"
        )


def constant_of(m: Machine, value: Value) -> Constant | None:
    """The shape and dtype of a constant initial value; None where the value is none."""
    value = needed(m, value)
    if isinstance(value, Tensor):
        return Constant(value.shape, value.dtype)
    if isinstance(value, bool):
        return Constant((), "bool")
    if isinstance(value, (int, float, str, bytes, complex, Text)):
        own = own_dtype(m, value)
        if own is not None:
            return Constant((), own or None)
        kind = str if isinstance(value, (Text, bytes)) else type(value)
        if isinstance(value, int) and not -(2**31) <= value < 2**31:
            return Constant((), "int64")
        return Constant((), PYTHON_DTYPES.get(kind, "int32" if isinstance(value, int) else None))
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open:
            return Constant(UNSEEN, None)
        if not held.items:
            return Constant((0,), "float32")
        inner = [constant_of(m, one) for one in held.items]
        first = inner[0]
        if first is None:
            return Constant(UNSEEN, None)
        dtypes = {_in_list(m, *row) for row in zip(held.items, inner, strict=True)} - {None}
        dtype = dtypes.pop() if len(dtypes) == 1 else _widest(dtypes)
        dims = (len(held.items), *first.dims) if isinstance(first.dims, tuple) else UNSEEN
        return Constant(dims, dtype)
    if isinstance(value, Foreign) and hasattr(value, "dims"):
        drawn = {"float": "float32", "int": "int32"}.get(getattr(value, "kind", ""))
        held_dtype = drawn or getattr(value, "dtype", None)
        return Constant(value.dims, held_dtype if isinstance(held_dtype, str) else None)
    if isinstance(value, Unknown):
        return Constant(UNSEEN, None)
    return None


def _in_list(m: Machine, item: Value, made: Constant | None) -> str | None:
    """The dtype of one of a list's items: a single number of numpy's counts as Python's."""
    dtype = made.dtype if made is not None else None
    alone = own_dtype(m, item) is not None or getattr(item, "dims", None) == ()
    return SHORTER.get(dtype or "", dtype) if alone else dtype


def size(m: Machine, value: Value) -> int | None:
    """How many numbers a list or an array holds; None where that isn't known."""
    if isinstance(value, Tensor):
        return None
    made = constant_of(m, value)
    dims = made.dims if made is not None else UNSEEN
    if not isinstance(dims, tuple) or not all(isinstance(one, int) for one in dims):
        return None
    return math.prod(one for one in dims if isinstance(one, int))


def _widest(dtypes: set[str | None]) -> str | None:
    """The dtype of numbers of several kinds."""
    from scopecheck.models.ops.arguments import MIXED

    kinds = {dtype for dtype in dtypes if dtype in MIXED}
    return max(kinds, key=MIXED.index) if kinds and kinds == dtypes else None


def is_callable(m: Machine, value: Value) -> bool | None:
    """Whether an initializer is callable; None where that isn't known."""
    value = needed(m, value)
    if isinstance(value, (Function, Method, Partial, Builtin, BuiltinType, ClassRef, Extern)):
        return True
    if isinstance(value, Foreign):
        return type(value).call is not Foreign.call
    if isinstance(value, Instance):
        from scopecheck.symbolic.inheritance import class_attribute

        return class_attribute(m, value.cls, "__call__") is not None or value.cls.foreign_base
    if isinstance(value, Unknown):
        return None
    return False


def dtype_name(m: Machine, value: Value) -> str | None:
    """The name of a dtype given in any form; None where it can't be known or is none."""
    value = needed(m, value)
    if isinstance(value, DType):
        return value.name
    if isinstance(value, BuiltinType):
        return PYTHON_DTYPES.get(value.type)
    if isinstance(value, str):
        name = value.removesuffix("_ref")
        return (
            {"half": "float16", "double": "float64", "float": "float32"}.get(name, name)
            if name in KNOWN_DTYPES or name == "float"
            else None
        )
    if isinstance(value, Extern):
        last = value.name.rsplit(".", 1)[-1]
        return last if last in KNOWN_DTYPES else None
    held = getattr(value, "dtype", None)
    if isinstance(held, str):
        return held
    return None


def dtype_is_known_wrong(m: Machine, value: Value) -> bool:
    """Whether a value given as a dtype certainly is none."""
    value = needed(m, value)
    if isinstance(value, str):
        return dtype_name(m, value) is None
    return isinstance(value, (int, float, tuple, ListRef)) and not isinstance(value, bool)
