"""Tensors with partial static shapes, dimensions, shapes and dtypes.

A dimension is a number, None where TensorFlow itself doesn't know it, or ``UNSEEN`` where
the analysis doesn't: a None can make a finding, an UNSEEN never. A shape is a tuple of
dimensions, None for an unknown rank in TensorFlow, or ``UNSEEN``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from scopecheck.symbolic import comparisons, operators
from scopecheck.symbolic.values import (
    Builtin,
    Foreign,
    Items,
    Key,
    ListRef,
    Text,
    Unknown,
    Value,
    key_of,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Unseen:
    """A size or shape that the analysis does not know."""

    _only: Unseen | None = None

    def __new__(cls) -> Unseen:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "?"


UNSEEN = Unseen()
Dim: TypeAlias = "int | Unseen | None"
Dims: TypeAlias = "tuple[Dim, ...] | Unseen | None"

COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))
FLOATS = frozenset({"float16", "bfloat16", "float32", "float64", "half", "double"})
ASSIGNMENTS = {"assign": "Assign", "assign_add": "AssignAdd", "assign_sub": "AssignSub"}
"""The methods of variables that assign, and their operations."""
GRADIENT_STOPS = frozenset(
    "StopGradient ArgMax ArgMin Shape Size Rank OnesLike ZerosLike Equal NotEqual Less LessEqual "
    "Greater GreaterEqual LogicalAnd LogicalOr LogicalNot Floor Ceil Round Rint OneHot Assign "
    "InTopK Placeholder Const PyFunc Multinomial FloorDiv TruncateDiv Range ZeroFraction "
    "Metric".split()
)
STATISTICS_READ = "FusedBatchNormInference"
"""A fused normalisation outside training: its last two inputs get no gradient."""


class DType(Foreign):
    """``tf.float32`` and the like; ``name`` is None where the analysis can't tell."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DType) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"<dtype: '{self.name}'>"

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``base_dtype``, ``is_floating`` …"""
        if name == "name":
            return self.name
        if name in ("base_dtype", "real_dtype"):
            return self
        if name == "is_floating":
            return self.name in FLOATS
        if name == "is_integer":
            return self.name.startswith(("int", "uint"))
        if name == "as_numpy_dtype":
            from scopecheck.models.numpy.array import NumpyType

            return NumpyType(self.name)
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """``==``; a dtype also equals its name."""
        if op == "==":
            if isinstance(other, DType):
                return self.name == other.name
            if isinstance(other, str):
                return self.name == other
        return NotImplemented


class Dimension(Foreign):
    """An element of a static shape in TensorFlow 1: a number, None or UNSEEN inside."""

    __slots__ = ("size",)

    def __init__(self, size: Dim) -> None:
        self.size = size

    def __eq__(self, other: object) -> bool:
        return (isinstance(other, Dimension) and self.size is other.size) or (
            isinstance(other, Dimension) and self.size == other.size and self.size is not UNSEEN
        )

    def __hash__(self) -> int:
        return hash(self.size)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``value``; ``__index__`` and ``__int__`` for the places where a number is needed."""
        if name in ("value", "__index__", "__int__"):
            return size_value(m, self.size)
        if name == "__str__":
            return (
                "?"
                if self.size is None
                else str(self.size)
                if isinstance(self.size, int)
                else NotImplemented
            )
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """Arithmetic gives a Dimension, comparisons a bool or None."""
        mine = self.size
        theirs = other.size if isinstance(other, Dimension) else other
        if isinstance(theirs, Tensor):
            return NotImplemented
        if isinstance(theirs, Unknown) or mine is UNSEEN or theirs is UNSEEN:
            if op in COMPARISONS or isinstance(theirs, float):
                return m.unknown("a comparison of sizes")
            return Dimension(UNSEEN)
        if mine is None or theirs is None:
            return None if op in COMPARISONS else Dimension(None)
        if op in ("==", "!="):
            return (mine == theirs) == (op == "==")
        one, two = (theirs, mine) if reflected else (mine, theirs)
        if op in ("/", "py2/") and isinstance(one, int) and isinstance(two, int):
            op = "//"
        result = (
            operators.binary(m, op, one, two)
            if op not in ("<", "<=", ">", ">=")
            else comparisons.compare(m, op, one, two)
        )
        if isinstance(result, bool):
            return result
        return Dimension(result) if isinstance(result, int) else result

    def truth(self, m: Machine) -> bool | None:
        """A size is true unless it is zero."""
        if isinstance(self.size, int):
            return self.size != 0
        return None


def size_value(m: Machine, size: Dim) -> Value:
    """A dimension as a Python value: an int, None, or an unknown integer."""
    if isinstance(size, Unseen):
        return m.unknown("a size", kind="int")
    return size


def sizes_list(m: Machine, dims: Iterable[Dim]) -> ListRef:
    """Dimensions as a list of the program's."""
    return m.new_list([size_value(m, one) for one in dims])


class Shape(Foreign):
    """A ``tf.TensorShape``."""

    __slots__ = ("dims",)

    def __init__(self, dims: Dims) -> None:
        self.dims = dims

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shape) and self.dims == other.dims

    def __hash__(self) -> int:
        return hash(self.dims)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``as_list``, ``ndims``, ``dims``, ``rank``, ``num_elements`` …"""
        dims = self.dims
        if name in ("ndims", "rank"):
            if isinstance(dims, Unseen):
                return m.unknown("a rank", kind="int")
            return None if dims is None else len(dims)
        if name in ("dims", "_dims"):
            if isinstance(dims, Unseen):
                return m.new_list((), True)
            if dims is not None and name == "_dims" and m.world.tensorflow == "2.21":
                return tuple(size_value(m, d) for d in dims)
            return None if dims is None else m.new_list([Dimension(d) for d in dims])
        methods = {
            "as_list": self._as_list,
            "num_elements": self._num_elements,
            "is_fully_defined": self._is_defined,
            "concatenate": self._concatenate,
        }
        found = methods.get(name)
        if found is None:
            from scopecheck.models.shape_members import compared

            return compared(self, name)
        return Builtin(name, found)

    def _as_list(self, m: Machine, a: Arguments) -> Value:
        if isinstance(self.dims, Unseen):
            return m.unknown("a list of sizes", not_none=True, tame=True)
        if self.dims is None:
            raise m.fail("ValueError", "as_list() is not defined on an unknown TensorShape.")
        return sizes_list(m, self.dims)

    def _num_elements(self, m: Machine, a: Arguments) -> Value:
        if isinstance(self.dims, Unseen):
            return m.unknown(kind="int")
        if self.dims is None or None in self.dims:
            return None
        total = 1
        for d in self.dims:
            if isinstance(d, Unseen):
                return m.unknown(kind="int")
            total *= d or 0
        return total

    def _is_defined(self, m: Machine, a: Arguments) -> Value:
        if isinstance(self.dims, Unseen) or (self.dims and UNSEEN in self.dims):
            return m.unknown(kind="bool")
        return self.dims is not None and None not in self.dims

    def _concatenate(self, m: Machine, a: Arguments) -> Value:
        other = dims_of(m, a.args[0])
        if isinstance(self.dims, tuple) and isinstance(other, tuple):
            return Shape(self.dims + other)
        return Shape(UNSEEN)

    def item(self, m: Machine, index: Value) -> Value:
        """``shape[i]``: a Dimension, or a size where TensorFlow 2's shapes are on."""
        from scopecheck.symbolic.subscripts import Slice, index_of

        if isinstance(index, Slice):
            known = index.known(m)
            if isinstance(self.dims, tuple) and known is not None:
                return Shape(self.dims[known])
            return Shape(UNSEEN)
        at = index_of(m, index)
        if isinstance(self.dims, tuple) and isinstance(at, int):
            if -len(self.dims) <= at < len(self.dims):
                return self._element(m, self.dims[at])
            raise m.fail("IndexError", "list index out of range")
        return self._element(m, None if self.dims is None else UNSEEN)

    def _element(self, m: Machine, size: Dim) -> Value:
        if getattr(m.world, "tensorshape_v2", False):
            return size_value(m, size)
        return Dimension(size)

    def iterate(self, m: Machine) -> Items | None:
        """The dimensions."""
        if isinstance(self.dims, tuple):
            return Items(tuple(self._element(m, d) for d in self.dims))
        return None

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """``+`` concatenates, ``==`` compares."""
        theirs = dims_of(m, other)
        if op == "+" and isinstance(self.dims, tuple) and isinstance(theirs, tuple):
            return Shape(theirs + self.dims if reflected else self.dims + theirs)
        if op == "==" and isinstance(self.dims, tuple) and isinstance(theirs, tuple):
            if UNSEEN in self.dims or UNSEEN in theirs:
                return m.unknown("two shapes are equal")
            return self.dims == theirs
        return NotImplemented


class Tensor(Foreign):
    """A tensor of a graph.

    key: where it is made, the same on every path. version: tells apart what is made there of
    other inputs, or under other control dependencies, on another path. op: the kind of
    operation that made it. inputs: what it was computed from (tensors, and unknowns where the
    analysis lost the way). after: operations that run before it. shape: static shape. dtype:
    name, None where the analysis can't tell. name: the operation's name where one was given.
    within: what a name that isn't known begins with. graph: the graph it is in, where that is
    known. overridden: whether its gradient is another operation's. several: whether it may
    stand for a list, a tuple or a dict of tensors: what an operation without a model of its own
    returned. rows: the numbers of a small constant matrix, where they are known.
    """

    __slots__ = (
        "after",
        "dtype",
        "graph",
        "inputs",
        "key",
        "name",
        "op",
        "overridden",
        "rows",
        "several",
        "shape",
        "version",
        "within",
    )
    kept_by_layers = True
    """A deep copy of a layer keeps its tensors; a variable is none."""

    def __init__(
        self,
        key: tuple[Any, ...] | Key,
        op: str,
        inputs: tuple[Value, ...] = (),
        shape: Dims = UNSEEN,
        dtype: str | None = None,
        name: str | None = None,
    ) -> None:
        self.key = key_of(key)
        self.op = op
        self.inputs = inputs
        self.after: tuple[Value, ...] = ()
        self.shape = shape
        self.dtype = dtype
        self.name = name
        self.within: str | None = None
        self.graph: int | None = None
        self.overridden = False
        self.several = False
        self.rows: tuple[Value, ...] | None = None
        self.version = hash((self.key, inputs))

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Tensor) and self.version == other.version and self.key == other.key
        )

    def __hash__(self) -> int:
        return self.version

    def run_after(self, others: tuple[Value, ...]) -> None:
        """Other operations run before it."""
        self.after = others
        if others:
            self.version = hash((self.version, others))

    def __repr__(self) -> str:
        return f"<{self.op} {self.shape} {self.dtype}>"

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is a ``tf.Tensor``; a sparse one is none."""
        from scopecheck.models.classes import TENSOR, is_instance

        if self.op.startswith("Sparse"):
            return m.unknown("isinstance(…)", kind="bool")
        return is_instance(m, TENSOR, kind)

    def deep_copy(self, m: Machine, copied: Callable[[Value], Value]) -> Value:
        """``copy.deepcopy``: it fails at the graph, or at a lock in it."""
        if m.world.executing_eagerly:
            return self
        lock = "can't pickle _thread.RLock objects"
        refused = lock if m.world.tensorflow == "1.15" else "cannot pickle 'SymbolicTensor' object"
        raise m.fail("TypeError", refused)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``shape``, ``dtype``, ``name``, ``get_shape()``, ``op`` …"""
        from scopecheck.models.conversions import given_attribute
        from scopecheck.models.tensor_members import tensor_attribute

        given = given_attribute(m, self, name)
        return tensor_attribute(m, self, name) if given is NotImplemented else given

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """What a program keeps on a tensor."""
        from scopecheck.models.conversions import set_on_tensor

        set_on_tensor(m, self, name, value)

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """Arithmetic makes an operation; ``==`` is identity in TensorFlow 1."""
        from scopecheck.models.tensor_members import tensor_binary

        return tensor_binary(m, self, op, other, reflected)

    def unary(self, m: Machine, op: str) -> Value:
        """``-x``, ``~x``, ``abs(x)``."""
        from scopecheck.models.tensor_members import tensor_unary

        return tensor_unary(m, self, op)

    def item(self, m: Machine, index: Value) -> Value:
        """Slicing."""
        from scopecheck.models.tensor_members import tensor_item

        return tensor_item(m, self, index)

    def iterate(self, m: Machine) -> Items | None:
        """Iterating over a tensor with a known first dimension."""
        if (
            isinstance(self.shape, tuple)
            and self.shape
            and isinstance(self.shape[0], int)
            and self.shape[0] < 64
        ):
            rest = self.shape[1:]
            return Items(
                tuple(
                    Tensor((*self.key, "item", i), "Unstack", (self,), rest, self.dtype)
                    for i in range(self.shape[0])
                )
            )
        return None

    def truth(self, m: Machine) -> bool | None:
        """A tensor has no truth while the graph is built."""
        return None

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """Either of two tensors: what both share is known."""
        if not isinstance(other, Tensor) or type(self) is not Tensor or type(other) is not Tensor:
            return NotImplemented
        if self == other and self.is_same(other):
            return self
        made = Tensor(
            (*key, self.key, other.key),
            "Either",
            (self, other),
            merge_dims(self.shape, other.shape),
            self.dtype if self.dtype == other.dtype else None,
        )
        made.several = self.several or other.several
        return made

    def is_same(self, other: Tensor) -> bool:
        """Whether what one operation made on two paths is known to be the same."""
        made = (self.shape, self.dtype, self.inputs, self.rows)
        return made == (other.shape, other.dtype, other.inputs, other.rows)


def merge_dims(one: Dims, other: Dims) -> Dims:
    """What two paths agree on about a shape."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return tuple(a if a == b else UNSEEN for a, b in zip(one, other, strict=True))
    return one if one == other else UNSEEN


def operation(
    m: Machine,
    op: str,
    inputs: tuple[Value, ...],
    shape: Dims = UNSEEN,
    dtype: str | None = None,
    name: Value = None,
) -> Tensor:
    """A new operation's output in the current graph."""
    from scopecheck.models import naming
    from scopecheck.models.one_graph import check_one_graph, graph_of_operation

    check_one_graph(m, inputs)
    given = naming.op_name(m, name if isinstance(name, (str, Text)) else None, op)
    dims = has_value(shape) if m.world.executing_eagerly else shape
    made = Tensor(("tensor", *m.identity()), op, inputs, dims, dtype, given)
    made.graph = graph_of_operation(m)
    if given is None and name is None and not m.world.executing_eagerly:
        made.within = prefix(m.world.graph.stack)
    made.overridden = _is_overridden(m, op)
    placed(m, made)
    return made


def has_value(dims: Dims) -> Dims:
    """The shape of what has a value: TensorFlow knows all of it, whether we do or not."""
    if isinstance(dims, tuple):
        return tuple(UNSEEN if size is None else size for size in dims)
    return UNSEEN if dims is None else dims


def prefix(scope: str) -> str:
    """What the names in a name scope begin with."""
    return f"{scope}/" if scope else ""


def _is_overridden(m: Machine, op: str) -> bool:
    """Whether a block of ``gradient_override_map`` gives such an operation another gradient."""
    overridden = m.world.graph.overridden
    return bool(overridden) and (op in overridden or None in overridden)


def placed(m: Machine, made: Tensor) -> Tensor:
    """A new operation runs after the control dependencies in force."""
    made.run_after(getattr(m.world, "control", ()))
    if m.loops:
        from scopecheck.models.growth import built

        built(m, made.op)
    return made


def dims_of(m: Machine, value: Value) -> Dims:
    """A Python value given as a shape: an int is rank 1, None an unknown rank."""
    from scopecheck.symbolic.decisions import needed
    from scopecheck.symbolic.iteration import iterate

    value = needed(m, value)
    if value is None:
        return None
    if isinstance(value, Shape):
        return value.dims
    if isinstance(value, Tensor):
        return UNSEEN
    if isinstance(value, Dimension):
        return (value.size,)
    if isinstance(value, bool):
        return UNSEEN
    if isinstance(value, int):
        return (int(value),)
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open:
            return UNSEEN
        return tuple(dim_of(m, one) for one in held.items)
    if isinstance(value, Foreign):
        held = value.iterate(m)
        return UNSEEN if held is None or held.open else tuple(dim_of(m, one) for one in held.items)
    return UNSEEN


def dim_of(m: Machine, value: Value) -> Dim:
    """A Python value given as a dimension; -1 stays -1."""
    from scopecheck.symbolic.subscripts import index_of

    if isinstance(value, Dimension):
        return value.size
    if value is None:
        return None
    if isinstance(value, Tensor) and m.world.executing_eagerly:
        from scopecheck.models.constants import number_of

        value = number_of(m, value)
    at = index_of(m, value)
    if isinstance(at, int):
        return int(at)
    if isinstance(at, float) and at.is_integer():
        return int(at)
    return UNSEEN
