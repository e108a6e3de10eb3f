"""numpy arrays: sizes and dtype, and the numbers of small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import shapes
from scopecheck.models.numpy.numbers import (
    RANKS,
    NumpyFloat,
    NumpyInt,
    number_of,
    own_dtype,
    promoted,
)
from scopecheck.models.tensors import (
    UNSEEN,
    Dimension,
    Dims,
    DType,
    Tensor,
    merge_dims,
    size_value,
)
from scopecheck.symbolic import comparisons, operators
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import Slice, index_of
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    Extern,
    Foreign,
    Instance,
    Items,
    ListRef,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

LARGEST = 256
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
KINDS = {"bool": "bool", "int": "int64", "float": "float64", "str": "string"}


class NumpyType(DType):
    """``np.float32``: a dtype that can be called."""

    __slots__ = ()

    def call(self, m: Machine, args: Arguments) -> Value:
        """A number stays one; anything else becomes an array of the dtype."""
        from scopecheck.models.numpy.make import as_array

        value = args.args[0] if args.args else 0
        if isinstance(value, (bool, int, float)) and not self.name.startswith("complex"):
            try:
                if self.name.startswith("float"):
                    return NumpyFloat(value, self.name)
                return NumpyInt(bool(value) if self.name == "bool" else value, self.name)
            except (ValueError, OverflowError):
                return Array((), self.name)
        made = as_array(m, value)
        return Array(made.dims, self.name, made.cells)


class Array(Foreign):
    """An array, never None.

    dims: its sizes, a tuple or UNSEEN. dtype: a name, None where not known. cells: the
    list on the heap that holds the numbers of a small array in C order, else None.
    parts: the values that it was put together from.
    """

    __slots__ = ("cells", "dims", "dtype", "parts")
    is_data = True

    def __init__(
        self,
        dims: Dims,
        dtype: str | None,
        cells: ListRef | None = None,
        parts: tuple[Value, ...] = (),
    ) -> None:
        self.parts = parts
        if isinstance(dims, tuple):
            dims = tuple(UNSEEN if size is None else size for size in dims)
        self.dims: Dims = UNSEEN if dims is None else dims
        self.dtype = dtype
        self.cells = cells

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Array) or self.cells is None:
            return False
        return (self.dims, self.dtype, self.cells) == (other.dims, other.dtype, other.cells)

    def __hash__(self) -> int:
        return hash((self.dims, self.dtype, self.cells))

    def __repr__(self) -> str:
        return f"<array {self.dims} {self.dtype}>"

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """``isinstance(array, np.ndarray)``."""
        if isinstance(kind, Extern) and kind.name in ("numpy.ndarray", "numpy.generic"):
            return True if self.dims != () else m.unknown("isinstance")
        if isinstance(kind, BuiltinType):
            return kind.type is object or (m.unknown("isinstance") if self.dims == () else False)
        return m.unknown("isinstance")

    def numbers(self, m: Machine) -> tuple[Value, ...] | None:
        """The elements in order, None where they aren't known."""
        if self.cells is None:
            return None
        items: Items = m.contents(self.cells)
        return None if items.open else items.items

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``shape``, ``dtype``, ``T`` …, and the methods."""
        from scopecheck.models.numpy.functions import METHODS

        if name == "shape":
            return shape_value(m, self.dims)
        if name == "dtype":
            known = self.dtype
            return m.unknown("dtype", not_none=True) if known is None else NumpyType(known)
        if name in ("ndim", "size"):
            dims = self.dims
            if not isinstance(dims, tuple):
                return m.unknown(name, kind="int")
            return size_value(m, len(dims) if name == "ndim" else shapes.multiply(dims))
        if name == "T":
            return self.like(shapes.transpose(self.dims, UNSEEN, backwards=True))
        if name in ("real", "imag", "flat"):
            return self.like(self.dims)
        if name in ("__int__", "__index__"):
            return self._scalar(m)
        method = METHODS.get(name)
        if method is None:
            return NotImplemented
        return Builtin(name, lambda m, a: method(m, a.prepend(self)), self)

    def _scalar(self, m: Machine) -> Value:
        numbers = self.numbers(m)
        if numbers is not None and len(numbers) == 1 and isinstance(numbers[0], (int, float)):
            return int(numbers[0])
        return m.unknown("a number", kind="int") if self.dims in ((), UNSEEN) else NotImplemented

    def like(self, dims: Dims, dtype: str | None = None) -> Array:
        """Another array of this dtype, its numbers not known."""
        return Array(dims, self.dtype if dtype is None else dtype)

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """Elementwise, with broadcasting; a tensor on the other side takes over."""
        if op == "is" or isinstance(other, (Tensor, Instance, str, Text)):
            return NotImplemented
        theirs = operand(m, other)
        if theirs is None:
            return NotImplemented
        numbers = self._computed(m, op, theirs, reflected)
        if op in COMPARISONS:
            dims = shapes.broadcast(self.dims, theirs.dims)
            if dims == ():
                return m.unknown("a comparison", kind="bool") if numbers is None else numbers[0]
            return Array(dims, "bool")
        if op == "@":
            return Array(_product(self.dims, theirs.dims, reflected), self.dtype)
        dims = shapes.broadcast(self.dims, theirs.dims)
        dtype = joint_dtype(self, other, theirs)
        strong = own_dtype(m, other)
        if strong is not None and m.world.tensorflow != "1.15" and self.dtype is not None:
            dtype = promoted(self.dtype, strong) or None
        if op == "/" and dtype is not None and not dtype.startswith("float"):
            dtype = "float64"
        return array_of(m, numbers, dims, dtype) if numbers is not None else Array(dims, dtype)

    def _computed(self, m: Machine, op: str, other: Array, reflected: bool) -> list[Value] | None:
        mine, theirs = self.numbers(m), other.numbers(m)
        if mine is None or theirs is None or op in ("@", "==", "!="):
            return None
        if other.dims != self.dims and () not in (self.dims, other.dims):
            return None
        size = max(len(mine), len(theirs))
        pairs = zip(_widened(mine, size), _widened(theirs, size), strict=False)
        run = comparisons.compare if op in COMPARISONS else operators.binary
        return [run(m, op, b, a) if reflected else run(m, op, a, b) for a, b in pairs]

    def unary(self, m: Machine, op: str) -> Value:
        """``-x``."""
        numbers = self.numbers(m)
        if numbers is None:
            return self.like(self.dims)
        return array_of(m, [operators.unary(m, op, n) for n in numbers], self.dims, self.dtype)

    def item(self, m: Machine, index: Value) -> Value:
        """Indexing; a single index into known numbers gives them."""
        parts = index if isinstance(index, tuple) else (index,)
        known = self._known_item(m, parts)
        if known is not NotImplemented:
            return known
        dims = indexed(m, self.dims, parts)
        return self.like(dims)

    def _known_item(self, m: Machine, parts: tuple[Value, ...]) -> Value:
        numbers, dims = self.numbers(m), self.dims
        if numbers is None or not isinstance(dims, tuple) or len(parts) != 1 or not dims:
            return NotImplemented
        size, rest = dims[0], dims[1:]
        width = shapes.multiply(rest)
        if not isinstance(size, int) or not isinstance(width, int):
            return NotImplemented
        at = parts[0].known(m) if isinstance(parts[0], Slice) else index_of(m, parts[0])
        if isinstance(at, slice):
            rows = range(size)[at]
            kept = [n for row in rows for n in numbers[row * width : (row + 1) * width]]
            return array_of(m, kept, (len(rows), *rest), self.dtype)
        if isinstance(at, int) and -size <= at < size:
            row = numbers[at % size * width : (at % size + 1) * width]
            return array_of(m, list(row), rest, self.dtype) if rest else single(row[0], self.dtype)
        return NotImplemented

    def set_item(self, m: Machine, index: Value, value: Value) -> None:
        """Numbers that are written over aren't known any more."""
        if self.cells is not None:
            m.write(self.cells.id, Items((), True))

    def iterate(self, m: Machine) -> Items | None:
        """The rows of a small array."""
        dims = self.dims
        if isinstance(dims, tuple) and dims and isinstance(dims[0], int) and dims[0] <= 64:
            return Items(tuple(self.item(m, i) for i in range(dims[0])))
        return None

    def truth(self, m: Machine) -> bool | None:
        """Not known."""
        return None

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """What two arrays agree on."""
        if not isinstance(other, Array):
            return NotImplemented
        if self == other:
            return self
        held = self.cells if self.cells is not None and self.cells == other.cells else None
        dtype = self.dtype if self.dtype == other.dtype else None
        return Array(merge_dims(self.dims, other.dims), dtype, held)


def _widened(numbers: tuple[Value, ...], size: int) -> tuple[Value, ...]:
    return numbers * size if len(numbers) == 1 else numbers


def _product(one: Dims, other: Dims, reflected: bool) -> Dims:
    one, other = (other, one) if reflected else (one, other)
    if not isinstance(one, tuple) or not isinstance(other, tuple) or not one or not other:
        return UNSEEN
    if len(one) == 1 or len(other) == 1:
        return (*one[:-1], *other[:-2], *(other[-1:] if len(other) > 1 else ()))
    return shapes.matmul(one, other)


def indexed(m: Machine, dims: Dims, parts: tuple[Value, ...]) -> Dims:
    """The shape of ``array[parts]``; of arrays as an index, only a single one is followed."""
    from scopecheck.models.tensor_members import sliced

    if not isinstance(dims, tuple):
        return UNSEEN
    if len(parts) == 1 and isinstance(parts[0], (Array, ListRef)):
        chosen = operand(m, parts[0])
        if chosen is None or not isinstance(chosen.dims, tuple):
            return UNSEEN
        if chosen.dtype == "bool":
            return (UNSEEN, *dims[len(chosen.dims) :])
        return (*chosen.dims, *dims[1:]) if chosen.dtype is not None else UNSEEN
    return sliced(m, dims, parts)


def array_of(m: Machine, numbers: list[Value], dims: Dims, dtype: str | None) -> Array:
    """An array that holds its numbers, where they are few."""
    if len(numbers) > LARGEST:
        return Array(dims, dtype)
    return Array(dims, dtype, m.new_list(numbers))


def operand(m: Machine, value: Value) -> Array | None:
    """A value as an array; None where it can't be one."""
    from scopecheck.models.numpy.make import as_array

    if isinstance(value, (Array, bool, int, float, complex, tuple, ListRef, Unknown, Dimension)):
        return as_array(m, value)
    return None


class Drawn(Array):
    """A single number that numpy has drawn: Python's own, of which TensorFlow chooses the dtype.

    kind: ``float`` or ``int``.
    """

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__((), None)
        self.kind = kind

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """With another of Python's numbers it makes one."""
        if op in COMPARISONS or not isinstance(other, (int, float, Drawn)):
            return super().binary(m, op, other, reflected)
        whole = self.kind == "int" and (
            isinstance(other, int) or getattr(other, "kind", "") == "int"
        )
        return Drawn("int" if whole and op not in ("/", "**") else "float")

    def unary(self, m: Machine, op: str) -> Value:
        """``-x``."""
        return Drawn(self.kind)


def single(number: Value, dtype: str | None) -> Value:
    """One of an array's numbers, with its dtype."""
    plain = type(number) in (bool, int, float)
    return number_of(number, dtype) if plain and dtype is not None else number


def joint_dtype(one: Array, other: Value, converted: Array) -> str | None:
    """The dtype of arithmetic on two arrays; Python numbers don't widen one."""
    mine, theirs = one.dtype, converted.dtype
    if mine not in RANKS:
        return mine if mine == theirs else None
    if isinstance(other, bool) or (isinstance(other, int) and mine != "bool"):
        return mine
    if isinstance(other, float):
        return mine if mine.startswith("float") else "float64"
    return promoted(mine, theirs) if theirs in RANKS else None


def shape_value(m: Machine, dims: Dims) -> Value:
    """``array.shape`` as Python sees it: a tuple of ints."""
    if not isinstance(dims, tuple):
        return m.unknown("a shape", not_none=True, tame=True)
    return tuple(size_value(m, size) for size in dims)


def known_sizes(dims: Dims) -> tuple[int, ...] | None:
    """All sizes where all are numbers."""
    if not isinstance(dims, tuple):
        return None
    sizes = tuple(size for size in dims if isinstance(size, int))
    return sizes if len(sizes) == len(dims) else None


def items_in(m: Machine, value: Value) -> tuple[Value, ...] | None:
    """What a list or tuple holds, None where it is open or none."""
    held = iterate(m, value) if isinstance(value, (tuple, ListRef, Array)) else None
    return None if held is None or held.open else held.items
