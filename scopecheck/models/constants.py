"""What TensorFlow's shape inference knows of a tensor's value while the graph is built.

``tf.reshape(x, [tf.shape(x)[0], -1])`` gets its static shape from the value of the shape
tensor, as far as constant folding finds it. Sources: ``ShapeRefiner::ConstantPartialShape``
and ``EvaluateConstantTensor`` in tensorflow/core/common_runtime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from scopecheck.models.tensors import (
    UNSEEN,
    Dim,
    Dimension,
    Dims,
    Shape,
    Tensor,
    Unseen,
    dim_of,
    merge_dims,
)
from scopecheck.symbolic import operators
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.subscripts import Slice

Number: TypeAlias = "int | float | Unseen | None"
NEVER_CONSTANT = frozenset(
    (
        "Placeholder",
        "PlaceholderWithDefault",
        "Variable",
        "RandomUniform",
        "RandomStandardNormal",
        "TruncatedNormal",
        "Multinomial",
        "PyFunc",
        "EagerPyFunc",
    )
)
DEPTH = 8


class ConstantTensor(Tensor):
    """A tensor of which TensorFlow knows the value, wholly or in part.

    value: a scalar's number, or the numbers of a vector as ``Dims``. foldable: whether
    it is a constant all over; None where that hangs on a size that the analysis lacks.
    """

    __slots__ = ("foldable", "value")

    def __init__(self, tensor: Tensor, value: Any, foldable: bool | None) -> None:
        super().__init__(
            tensor.key, tensor.op, tensor.inputs, tensor.shape, tensor.dtype, tensor.name
        )
        self.graph = tensor.graph
        self.value = value
        self.foldable = foldable

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """Either of two tensors; the value is kept where both agree."""
        if type(other) is not ConstantTensor and type(other) is not Tensor:
            return NotImplemented
        held = other.value if isinstance(other, ConstantTensor) else None
        if self == other and self.value == held and self.is_same(other):
            return self
        dims = merge_dims(self.shape, other.shape)
        dtype = self.dtype if self.dtype == other.dtype else None
        either = Tensor((*key, self.key, other.key), "Either", (self, other), dims, dtype)
        if isinstance(other, ConstantTensor) and self.value == other.value:
            return ConstantTensor(either, self.value, self.foldable)
        return either


def with_value(tensor: Tensor, value: Any) -> ConstantTensor:
    """The tensor with a value: a constant all over where nothing in it is open."""
    parts = value if isinstance(value, tuple) else (value,)
    if all(isinstance(part, (int, float)) for part in parts):
        return ConstantTensor(tensor, value, True)
    return ConstantTensor(tensor, value, False if None in parts else None)


def number_of(m: Machine, value: Value) -> Number:
    """The value of a scalar: None where TensorFlow can't evaluate it."""
    value = needed(m, value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, ConstantTensor):
        return folded(value) if not isinstance(value.value, tuple) else UNSEEN
    if isinstance(value, Tensor):
        return None if _never_constant(value, DEPTH) else UNSEEN
    if isinstance(value, Dimension):
        return UNSEEN if value.size is None else value.size
    size = dim_of(m, value) if isinstance(value, Foreign) else UNSEEN
    return UNSEEN if size is None else size


def folded(tensor: ConstantTensor) -> Any:
    """The value as constant folding finds it: all of it or nothing."""
    if tensor.foldable:
        return tensor.value
    nothing: Dim = None if tensor.foldable is False else UNSEEN
    return (nothing,) * len(tensor.value) if isinstance(tensor.value, tuple) else nothing


def _never_constant(tensor: Tensor, depth: int) -> bool:
    if isinstance(tensor, ConstantTensor):
        return tensor.foldable is False
    if tensor.op in NEVER_CONSTANT:
        return True
    if depth == 0 or not tensor.inputs or tensor.op in ("Shape", "Size", "Rank"):
        return False
    known = [isinstance(one, Tensor) and _never_constant(one, depth - 1) for one in tensor.inputs]
    return all(known) if tensor.op == "Either" else any(known)


def constant_value_as_dims(m: Machine, value: Value) -> Dims:
    """A value given as a shape, -1 kept; None is what TensorFlow can't evaluate."""
    value = needed(m, value)
    if isinstance(value, Tensor):
        return _vector(value)
    if isinstance(value, Shape):
        if not isinstance(value.dims, tuple):
            return UNSEEN
        return tuple(UNSEEN if size is None else size for size in value.dims)
    if isinstance(value, int):
        return (int(value),)
    if isinstance(value, (tuple, range, ListRef, Foreign)) and not isinstance(value, Dimension):
        held = iterate(m, value)
        if held is None or held.open:
            return UNSEEN
        return tuple(_size(number_of(m, item)) for item in held.items)
    return (_size(number_of(m, value)),) if isinstance(value, Dimension) else UNSEEN


def _size(number: Number) -> Dim:
    if isinstance(number, float):
        return int(number) if number.is_integer() else UNSEEN
    return None if isinstance(number, int) and number < -1 else number


def never_evaluated(value: Value) -> bool:
    """Whether it is a tensor that TensorFlow can't evaluate while it builds the graph."""
    return isinstance(value, Tensor) and _never_constant(value, DEPTH)


def _vector(tensor: Tensor) -> Dims:
    """The value of a shape tensor; a negative number stands for a size not known."""
    if isinstance(tensor, ConstantTensor):
        value = tensor.value
        if isinstance(value, tuple):
            return tuple(_size(number) for number in value)
        return (_size(value),) if tensor.shape == () else UNSEEN
    nothing: Dim = None if _never_constant(tensor, DEPTH) else UNSEEN
    if tensor.shape == ():
        return (nothing,)
    if isinstance(tensor.shape, tuple) and len(tensor.shape) == 1:
        length = tensor.shape[0]
        if isinstance(length, int) and length < 64:
            return (nothing,) * length
        return None if nothing is None and length is None else UNSEEN
    return None if nothing is None and tensor.shape is None else UNSEEN


def numbers_of(m: Machine, value: Value) -> Any:
    """The value of a scalar or vector operand: a number, numbers, or None or UNSEEN."""
    value = needed(m, value)
    if isinstance(value, ConstantTensor):
        return folded(value)
    if isinstance(value, Tensor):
        return None if _never_constant(value, DEPTH) else UNSEEN
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open or any(isinstance(i, (tuple, ListRef)) for i in held.items):
            return UNSEEN
        return tuple(number_of(m, item) for item in held.items)
    return number_of(m, value)


def fold(m: Machine, op: str, tensor: Tensor, one: Value, other: Value) -> Tensor:
    """The result of an arithmetic operation, with its value where it may be a size."""
    if not isinstance(tensor.shape, tuple) or len(tensor.shape) > 1:
        return tensor
    mine, theirs = numbers_of(m, one), numbers_of(m, other)
    if not isinstance(mine, tuple) and not isinstance(theirs, tuple):
        if tensor.shape:
            return tensor
        return with_value(tensor, _compute(m, op, mine, theirs))
    length = len(mine if isinstance(mine, tuple) else theirs)
    pairs = zip(_widened(mine, length), _widened(theirs, length), strict=False)
    return with_value(tensor, tuple(_compute(m, op, a, b) for a, b in pairs))


def _widened(value: Any, length: int) -> tuple[Number, ...]:
    if isinstance(value, tuple):
        return value * length if len(value) == 1 else value
    return (value,) * length


def _compute(m: Machine, op: str, one: Number, other: Number) -> Number:
    if one is None or other is None:
        return None
    if isinstance(one, Unseen) or isinstance(other, Unseen):
        return UNSEEN
    if op in ("min", "max"):
        return min(one, other) if op == "min" else max(one, other)
    if other == 0 and op in ("/", "//", "%"):
        return UNSEEN
    result = operators.binary(m, op, one, other)
    return result if isinstance(result, (int, float)) else UNSEEN


def newer(m: Machine) -> bool:
    """Whether TensorFlow 2 folds constants: it does so through more operations."""
    version: str = getattr(m.world, "tensorflow", "1.15")
    return not version.startswith("1.")


def whole_value(m: Machine, value: Value) -> Dims:
    """A vector argument of an operation that needs all of its value or takes none."""
    dims = constant_value_as_dims(m, folded_tensor(value))
    if isinstance(dims, tuple) and not all(isinstance(size, int) for size in dims):
        return ((None if None in dims else UNSEEN),) * len(dims)
    return dims


def folded_tensor(value: Value) -> Value:
    """A tensor with its value as constant folding finds it; any other value as it is."""
    if isinstance(value, ConstantTensor):
        return ConstantTensor(value, folded(value), value.foldable)
    return value


def item_value(m: Machine, tensor: Tensor, result: Tensor, index: int | Slice) -> Tensor:
    """``vector[i]`` or ``vector[a:b]`` with what is known of the value.

    TensorFlow 2 folds one element of a shape even where the others aren't known;
    TensorFlow 1 doesn't.
    """
    if not isinstance(tensor, ConstantTensor) or not isinstance(tensor.value, tuple):
        return result
    values = tensor.value
    if not isinstance(index, int):
        known = index.known(m)
        if known is None:
            return result
        return ConstantTensor(result, values[known], tensor.foldable)
    if not -len(values) <= index < len(values):
        return result
    number = values[index]
    if tensor.foldable is not True and isinstance(number, int):
        if newer(m):
            number = number if tensor.op == "Shape" else UNSEEN
        else:
            number = None if tensor.foldable is False else UNSEEN
    return with_value(result, number)
