"""What a tensor can be asked, and the operations that Python's operators make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from scopecheck.models import naming, shapes
from scopecheck.models.before_one import epoch
from scopecheck.models.constants import fold, item_value, number_of
from scopecheck.models.conversions import converted
from scopecheck.models.default_names import default_name
from scopecheck.models.ops.arguments import composed, shape_of, tensor_inputs
from scopecheck.models.ops.dtypes_refused import check_dtype, check_index, check_operator
from scopecheck.models.ops.none_refused import check_given
from scopecheck.models.ops.operands import check_broadcast, check_product
from scopecheck.models.ops.rearranged import check_indices
from scopecheck.models.tensors import (
    ASSIGNMENTS,
    UNSEEN,
    Dim,
    Dimension,
    Dims,
    DType,
    Shape,
    Tensor,
    dims_of,
    operation,
)
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import Slice
from scopecheck.symbolic.text import concatenate
from scopecheck.symbolic.values import Builtin, Foreign, ListRef, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

ARITHMETIC = {
    "+": ("AddV2", "add"),
    "-": ("Sub", "sub"),
    "*": ("Mul", "mul"),
    "/": ("RealDiv", "truediv"),
    "//": ("FloorDiv", "floordiv"),
    "%": ("FloorMod", "mod"),
    "**": ("Pow", "pow"),
}
LOGIC = {
    "&": ("LogicalAnd", "and"),
    "|": ("LogicalOr", "or"),
    "^": ("LogicalXor", "xor"),
    "<": ("Less", "Less"),
    "<=": ("LessEqual", "LessEqual"),
    ">": ("Greater", "Greater"),
    ">=": ("GreaterEqual", "GreaterEqual"),
}
BITWISE = {"&": "BitwiseAnd", "|": "BitwiseOr", "^": "BitwiseXor"}
UNARY = {"-": "Neg", "~": "LogicalNot", "abs": "Abs"}
UNARY_TAKES = {"Neg": "signed", "LogicalNot": "inverted", "Abs": "magnitude"}
TRUE_QUOTIENTS = {"int32": "float64", "int64": "float64", "uint32": "float64", "uint64": "float64"}
TRUE_QUOTIENTS.update(dict.fromkeys(("int8", "uint8", "int16", "uint16"), "float32"))


class Operation(Foreign):
    """``tensor.op``: the operation that made a tensor."""

    __slots__ = ("tensor",)

    def __init__(self, tensor: Tensor) -> None:
        self.tensor = tensor

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Operation) and self.tensor == other.tensor

    def __hash__(self) -> int:
        return hash(("op", self.tensor.key))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``type``, ``outputs``, ``inputs``."""
        if name == "name":
            return tensor_name(m, self.tensor, "")
        if name in ("type", "node_def"):
            return self.tensor.op if name == "type" else NotImplemented
        if name in ("outputs", "values"):
            held = m.new_list((self.tensor,))
            return held if name == "outputs" else Builtin(name, lambda m, a: held)
        if name == "inputs":
            return m.new_list(self.tensor.inputs, True)
        if name == "run":
            return Builtin(name, lambda m, a: _run(m, self.tensor))
        return NotImplemented


def _run(m: Machine, tensor: Tensor) -> None:
    from scopecheck.models.growth import ran

    ran(m, tensor, ())


NO_SHAPE = "'Tensor' object has no attribute 'shape'"
"""A tensor has only ``get_shape()`` before TensorFlow 1.0."""


def tensor_name(m: Machine, tensor: Tensor, suffix: str = ":0") -> Value:
    """The name of a tensor or of its operation; a string that isn't known where unnamed."""
    if tensor.name is None:
        if tensor.within is None:
            return Text((Unknown(("name", tensor.key), "a name", kind="str"), suffix))
        return concatenate([naming.decode(m, tensor.within), default_name(m, tensor), suffix])
    return naming.decode(m, tensor.name + suffix)


def tensor_attribute(m: Machine, tensor: Tensor, name: str) -> Value:
    """``tensor.name`` and the like; NotImplemented for what isn't modelled."""
    if name == "shape":
        if m.world.before_one:
            raise m.fail("AttributeError", NO_SHAPE, epoch=epoch(m))
        return Shape(tensor.shape)
    if name == "get_shape":
        return Builtin(name, lambda m, a: Shape(tensor.shape))
    if name == "dtype":
        known = tensor.dtype
        return m.unknown("dtype", not_none=True) if known is None else DType(known)
    if name == "name":
        return tensor_name(m, tensor)
    if name == "op":
        return Operation(tensor)
    if name == "set_shape":
        return Builtin(name, lambda m, a: _set_shape(m, tensor, a))
    if name == "eval":
        return Builtin(name, lambda m, a: _evaluated(m, tensor))
    if name == "graph" and tensor.graph is not None and tensor.graph >= 0:
        from scopecheck.models.graphs import GraphObject

        return GraphObject(tensor.graph)
    if name == "run" and tensor.op == "Train":
        return Builtin(name, lambda m, a: _run(m, tensor))
    if name == "value_index":
        return 0
    if tensor.op == "Variable":
        return _variable(m, tensor, name)
    return NotImplemented


def _set_shape(m: Machine, tensor: Tensor, a: Arguments) -> Value:
    """Refines the shape in place, for every path: it only ever says more about a tensor."""
    given = a.args[0] if a.args else a.kwargs.get("shape", UNSEEN)
    dims = UNSEEN if given is UNSEEN else dims_of(m, given)
    if dims is not None:
        tensor.shape = shapes.merge(tensor.shape, dims)
    return None


def _evaluated(m: Machine, tensor: Tensor) -> Value:
    from scopecheck.models.growth import ran
    from scopecheck.models.numpy.array import Array

    ran(m, tensor, ())

    dims = tensor.shape
    if isinstance(dims, tuple):
        return Array(tuple(UNSEEN if d is None else d for d in dims), tensor.dtype)
    return Array(UNSEEN, tensor.dtype)


def _variable(m: Machine, tensor: Tensor, name: str) -> Value:
    if name in ("value", "read_value", "initialized_value", "ref"):
        return Builtin(name, lambda m, a: tensor)
    if name in ("initializer", "graph"):
        return Unknown((name, tensor.key), name, not_none=True)
    if name in ("initial_value", "handle"):
        return Tensor((*tensor.key, name), "Initial", (), tensor.shape, tensor.dtype)
    kind = ASSIGNMENTS.get(name)
    if kind is None:
        return NotImplemented
    return Builtin(name, lambda m, a: _assign(m, kind, tensor, a))


def _assign(m: Machine, kind: str, tensor: Tensor, a: Arguments) -> Value:
    inputs = tensor_inputs(m, *a.every())
    return operation(m, kind, (tensor, *inputs), tensor.shape, tensor.dtype, a.kwargs.get("name"))


# -- operators --------------------------------------------------------------------------


def tensor_binary(m: Machine, tensor: Tensor, op: str, other: Value, reflected: bool) -> Value:
    """``tensor op other``; ``==`` is identity, as in TensorFlow 1."""
    other = converted(m, needed(m, other))
    if op == "@" or op in LOGIC or op in ARITHMETIC:
        check_given(m, other)
    if isinstance(other, (str, Text, Shape)) and not (op == "%" and reflected):
        _check_beside(m, tensor, op, other, reflected)
    if not _operand(tensor, op, other):
        return NotImplemented
    one, two = (other, tensor) if reflected else (tensor, other)
    inputs = tensor_inputs(m, one, two)
    _check_beside(m, tensor, op, other, reflected)
    if op == "@":
        check_product(m, shape_of(m, one), shape_of(m, two), (False, False))
        dims = shapes.matmul(shape_of(m, one), shape_of(m, two))
        return operation(m, matmul_op(dims), inputs, dims, tensor.dtype, "matmul")
    if op in LOGIC or op in ARITHMETIC:
        check_broadcast(m, _built(m, tensor, op)[0], shape_of(m, one), shape_of(m, two))
    dims = shapes.broadcast(shape_of(m, one), shape_of(m, two))
    if op in LOGIC:
        kind, name = _built(m, tensor, op)
        if not kind.startswith("Bitwise"):
            return operation(m, kind, inputs, dims, "bool", name)
        return composed(operation(m, kind, inputs, dims, tensor.dtype, name), kind)
    if op not in ARITHMETIC:
        return NotImplemented
    kind, name = ARITHMETIC[op]
    dtype = tensor.dtype if tensor.dtype is not None else _dtype_beside(other)
    if op == "*" and m.world.tensorflow != "1.15" and _dtype_beside(other) == "bool":
        dtype = "bool"
    if op == "/":
        dtype = TRUE_QUOTIENTS.get(dtype, dtype) if dtype is not None else None
    return fold(m, op, operation(m, kind, inputs, dims, dtype, name), one, two)


def _check_beside(m: Machine, tensor: Tensor, op: str, other: Value, reflected: bool) -> None:
    """Refuses what is no operand of a tensor of this dtype."""
    if op == "@":
        check_operator(m, "MatMul", tensor, other, reflected, ("a", "b"))
    elif op in LOGIC or op in ARITHMETIC:
        check_operator(m, _built(m, tensor, op)[0], tensor, other, reflected, ("x", "y"))


def _built(m: Machine, tensor: Tensor, op: str) -> tuple[str, str]:
    """The operation that an operator makes, and its name; since version 2 bits of whole numbers."""
    if op in BITWISE and m.world.tensorflow != "1.15" and tensor.dtype not in (None, "bool"):
        return BITWISE[op], LOGIC[op][1]
    return LOGIC.get(op) or ARITHMETIC[op]


def tensor_unary(m: Machine, tensor: Tensor, op: str) -> Value:
    """``-tensor``, ``~tensor`` and ``abs(tensor)``; TensorFlow has no ``+tensor``."""
    kind = UNARY.get(op)
    if kind is None:
        return NotImplemented
    check_dtype(m, kind, "x", tensor, UNARY_TAKES[kind])
    made = operation(m, kind, (tensor,), tensor.shape, tensor.dtype, kind)
    return fold(m, "-", made, 0, tensor) if kind == "Neg" else made


def _dtype_beside(other: Value) -> str | None:
    return other.dtype if isinstance(other, Tensor) else None


def _operand(tensor: Tensor, op: str, other: Value) -> bool:
    if op in ("==", "is"):
        return False
    if isinstance(other, (str, Text)):
        return tensor.dtype == "string" and op == "+"
    if isinstance(other, (Tensor, Unknown, int, float, complex, tuple, ListRef, Dimension)):
        return True
    return isinstance(other, Foreign) and hasattr(other, "dims") and not isinstance(other, Shape)


def matmul_op(dims: Dims) -> str:
    """The operation ``tf.matmul`` makes."""
    return "MatMul" if isinstance(dims, tuple) and len(dims) == 2 else "BatchMatMulV2"


# -- items ------------------------------------------------------------------------------

Spec: TypeAlias = "Slice | int | Unknown | None"


def tensor_item(m: Machine, tensor: Tensor, index: Value) -> Value:
    """``tensor[index]``: a strided slice."""
    if tensor.several:
        return _one_of(m, tensor, index)
    parts = index if isinstance(index, tuple) else (index,)
    parts = tuple(needed(m, part) for part in parts)
    bounds: list[Value] = []
    for part in parts:
        bounds.extend((part.start, part.stop, part.step) if isinstance(part, Slice) else (part,))
    for bound in bounds:
        check_index(m, needed(m, bound))
    inputs = (tensor, *tensor_inputs(m, *bounds))
    check_indices(m, tensor.shape, parts)
    dims = sliced(m, tensor.shape, parts)
    result = operation(m, "StridedSlice", inputs, dims, tensor.dtype, "strided_slice")
    if len(parts) != 1:
        return result
    at = parts[0] if isinstance(parts[0], Slice) else number_of(m, parts[0])
    if isinstance(at, (int, Slice)):
        return item_value(m, tensor, result, at)
    return result


def _one_of(m: Machine, tensor: Tensor, index: Value) -> Tensor:
    """An item of what may be a list: then it is there already, and no operation is built."""
    key = (*tensor.key, "item", index) if isinstance(index, (int, str)) else m.identity()
    made = Tensor(key, tensor.op, (tensor,))
    made.several = True
    made.graph = tensor.graph
    return made


def sliced(m: Machine, dims: Dims, parts: tuple[Value, ...]) -> Dims:
    """The shape of a strided slice.

    Source: ``ValidateStridedSliceOp`` in tensorflow/core/util/strided_slice_op.cc: where
    one bound can't be evaluated, no dimension with bounds is known.
    """
    if not isinstance(dims, tuple):
        return dims
    if not all(_index(part) for part in parts):
        return UNSEEN
    taken = sum(part is not None and part is not ... for part in parts)
    if taken > len(dims):
        return UNSEEN
    if ... not in [part if part is ... else 0 for part in parts]:
        parts = (*parts, ...)
    bounded = _bounds(m, parts)
    result: list[Dim] = []
    at = 0
    for part in parts:
        if part is ...:
            result.extend(dims[at : at + len(dims) - taken])
            at += len(dims) - taken
        elif part is None:
            result.append(1)
        else:
            if isinstance(part, Slice):
                result.append(_length(m, dims[at], part, bounded))
            at += 1
    return tuple(result)


def _index(part: Value) -> bool:
    if isinstance(part, Unknown):
        return part.kind == "int"
    if isinstance(part, Tensor):
        return part.shape == () or not isinstance(part.shape, tuple)
    return part is None or part is ... or isinstance(part, (Slice, int, Dimension))


def _bounds(m: Machine, parts: tuple[Value, ...]) -> Dim:
    """1 where all bounds can be evaluated, None where one can't, UNSEEN where that isn't known."""
    found: Dim = 1
    for part in parts:
        held = (part.start, part.stop, part.step) if isinstance(part, Slice) else (part,)
        for bound in held:
            if bound is None or bound is ...:
                continue
            number = number_of(m, bound)
            if number is None:
                return None
            if not isinstance(number, int) and not _plain(needed(m, bound)):
                found = UNSEEN
    return found


def _plain(bound: Value) -> bool:
    return isinstance(bound, Dimension) or (isinstance(bound, Unknown) and bound.kind == "int")


def _length(m: Machine, size: Dim, part: Slice, bounded: Dim) -> Dim:
    step = 1 if part.step is None else number_of(m, part.step)
    if part.start is None and part.stop is None and isinstance(step, int) and step:
        return -(-size // abs(step)) if isinstance(size, int) else size
    if bounded is None or size is None:
        return None
    start = None if part.start is None else number_of(m, part.start)
    stop = None if part.stop is None else number_of(m, part.stop)
    whole = all(bound is None or isinstance(bound, int) for bound in (start, stop))
    if bounded != 1 or not whole or not isinstance(step, int) or not isinstance(size, int):
        return UNSEEN
    if step == 0 or isinstance(start, float) or isinstance(stop, float):
        return UNSEEN
    return len(range(*slice(_int(start), _int(stop), step).indices(size)))


def _int(value: object) -> int | None:
    return int(value) if isinstance(value, int) else None


__all__ = ["sliced", "tensor_attribute", "tensor_binary", "tensor_item", "tensor_unary"]
