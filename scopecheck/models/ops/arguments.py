"""How the models of operations read their arguments: by name, as shapes, as dtypes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.models.constants import Number, constant_value_as_dims, number_of
from scopecheck.models.numpy.numbers import SHORTER, own_dtype
from scopecheck.models.registry import Model
from scopecheck.models.shapes import Axes, merge
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import (
    UNSEEN,
    Dimension,
    Dims,
    DType,
    Shape,
    Tensor,
    operation,
    prefix,
)
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.values import MISSING, DictRef, Foreign, ListRef, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

PYTHON_KINDS = {"int": "int32", "float": "float32", "bool": "bool", "str": "string"}
MIXED = ("bool", "int32", "int64", "float32", "complex128")
"""The dtypes of Python's numbers; a list has the last of those that its items have."""
NESTED = 4


class Given:
    """The arguments of a call by the parameters' names.

    A name may have older spellings: ``g("axis", "dim")``. What was not given is the
    default; where ``*`` or ``**`` of something unknown was given, an unknown.
    """

    __slots__ = ("_named", "_open", "_values", "m")

    def __init__(self, m: Machine, names: list[str], a: Arguments) -> None:
        self.m = m
        self._values: dict[str, Value] = {**dict(zip(names, a.args, strict=False)), **a.kwargs}
        self._named = frozenset(a.kwargs)
        self._open = a.open

    def __call__(self, *names: str, default: Value = None) -> Value:
        for name in names:
            value = self._values.get(name, MISSING)
            if value is not MISSING:
                return needed(self.m, value)
        return self.m.unknown(names[0]) if self._open else default

    def has(self, *names: str) -> bool:
        """Whether a parameter was given, or may have been."""
        return self._open or any(name in self._values for name in names)

    def named(self, name: str) -> bool:
        """Whether a parameter was given by its name."""
        return name in self._named

    def flag(self, *names: str, default: bool = False) -> bool | None:
        """A true or false argument; None where it isn't known."""
        value = self(*names, default=default)
        if value is None:
            return default
        return bool(value) if isinstance(value, (bool, int)) else None

    def text(self, *names: str, default: str | None = None) -> str | None:
        """A string argument, None where it isn't known."""
        value = self(*names, default=default)
        value = default if value is None else value
        return value if isinstance(value, str) else None

    def number(self, *names: str, default: Number = None) -> Number:
        """A scalar argument's value."""
        value = self(*names, default=default)
        return default if value is None else number_of(self.m, value)

    def name(self, default: str | None = None) -> Value:
        """The operation's name as given, else the one TensorFlow takes."""
        value = self("name")
        return default if value is None else value


def composed(made: Tensor, inner: str | None = None) -> Tensor:
    """The result of a function that opens a name scope; ``inner`` is its name in there."""
    if made.name is not None:
        made.within = prefix(made.name)
        made.name = f"{made.name}/{inner}" if inner is not None else None
    return made


Body = Callable[["Machine", Given], Value]


def takes(names: str) -> Callable[[Body], Model]:
    """Makes a model of a function that reads its arguments by name."""
    parameters = names.split()

    def decorate(body: Body) -> Model:
        def model(m: Machine, a: Arguments) -> Value:
            return body(m, Given(m, parameters, a))

        model.__doc__ = body.__doc__
        return model

    return decorate


def tensor_inputs(m: Machine, *values: Value) -> tuple[Value, ...]:
    """The tensors and unknowns among values, lists flattened."""
    found: list[Value] = []
    for value in values:
        _collect(m, value, found, NESTED)
    return tuple(found)


def sized_inputs(m: Machine, value: Value, *sizes: Value) -> tuple[Value, ...]:
    """The inputs of an operation on a value; of sizes, through which no gradient flows, tensors."""
    held = [_size(one) for one in tensor_inputs(m, *sizes) if isinstance(one, Tensor)]
    return (*tensor_inputs(m, value), *held)


def _size(tensor: Tensor) -> Tensor:
    """A tensor that stands for sizes: whole numbers, whatever it was computed from."""
    if tensor.dtype is not None and tensor.dtype.startswith("int"):
        return tensor
    return Tensor((*tensor.key, "size"), "StopGradient", (tensor,), tensor.shape, "int32")


def _collect(m: Machine, value: Value, found: list[Value], depth: int) -> None:
    if isinstance(value, (Tensor, Unknown)):
        found.append(value)
    elif depth and isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        for item in held.items if held else ():
            _collect(m, item, found, depth - 1)
        if held and held.open:
            found.append(m.unknown("further items", not_none=True))
    elif isinstance(getattr(value, "tensor", None), Tensor):
        found.append(value.tensor)
    elif depth and isinstance(value, DictRef):
        for item in m.contents(value).items.values():
            _collect(m, item, found, depth - 1)


def shape_of(m: Machine, value: Value) -> Dims:
    """The static shape of what a value becomes as a tensor."""
    value = needed(m, value)
    if isinstance(value, Tensor):
        return value.shape
    if isinstance(value, (bool, int, float, complex, str, bytes, Text, Dimension, DType)):
        return ()
    if isinstance(value, Unknown):
        return () if value.kind else UNSEEN
    if isinstance(value, Shape):
        return (len(value.dims),) if isinstance(value.dims, tuple) else UNSEEN
    if isinstance(value, (tuple, ListRef, Record)):
        return _nested_shape(m, value)
    dims: Any = getattr(value, "dims", UNSEEN) if isinstance(value, Foreign) else UNSEEN
    return dims if isinstance(dims, tuple) else UNSEEN


def _nested_shape(m: Machine, value: Value) -> Dims:
    held = iterate(m, value)
    if held is None or held.open:
        return UNSEEN
    if not held.items:
        return (0,)
    inner = shape_of(m, held.items[0])
    for item in held.items[1:64]:
        inner = merge(inner, shape_of(m, item))
    return (len(held.items), *inner) if isinstance(inner, tuple) else inner


def dtype_of(m: Machine, value: Value) -> str | None:
    """The dtype of what a value becomes as a tensor, None where it isn't known."""
    value = needed(m, value)
    if isinstance(value, Tensor):
        return value.dtype
    if isinstance(value, bool):
        return "bool"
    own = own_dtype(m, value)
    if own is not None:
        return own or None
    if isinstance(value, int):
        return "int32" if -(2**31) <= value < 2**31 else "int64"
    if isinstance(value, (float, complex)):
        return "float32" if isinstance(value, float) else "complex128"
    if isinstance(value, (str, bytes, Text)):
        return "string"
    if isinstance(value, (Shape, Dimension)):
        return "int32"
    if isinstance(value, Unknown):
        return PYTHON_KINDS.get(value.kind)
    if isinstance(value, (tuple, ListRef, Record)):
        return _nested_dtype(m, value)
    held = PYTHON_KINDS.get(getattr(value, "kind", "")) or getattr(value, "dtype", None)
    return held if isinstance(held, str) else None


def _in_list(m: Machine, item: Value) -> str | None:
    """The dtype of one of a list's numbers: numpy's long ones count as Python's."""
    dtype = dtype_of(m, item)
    alone = own_dtype(m, item) is not None or getattr(item, "dims", None) == ()
    return SHORTER.get(dtype or "", dtype) if alone else dtype


def _nested_dtype(m: Machine, value: Value) -> str | None:
    held = iterate(m, value)
    if held is None or held.open:
        return None
    if not held.items:
        return "float32"
    tensors = [item for item in held.items if isinstance(item, Tensor)]
    if tensors:
        return tensors[0].dtype
    kinds = {_in_list(m, item) for item in held.items[:256]}
    if len(kinds) == 1:
        return kinds.pop()
    if None in kinds or not kinds <= set(MIXED):
        return None
    return max((kind for kind in kinds if kind is not None), key=MIXED.index)


def dtype_given(m: Machine, value: Value, default: str | None) -> str | None:
    """A dtype argument's name; the default where it is None."""
    return default if value is None else dtype_name(m, value)


def common_dtype(m: Machine, *values: Value) -> str | None:
    """The dtype of operands: a tensor's where one is, else what the first becomes."""
    for value in values:
        if isinstance(value, Tensor) and value.dtype is not None:
            return value.dtype
    if any(isinstance(value, Tensor) for value in values):
        return None
    kinds = [dtype_of(m, value) for value in values]
    if len(set(kinds)) == 1 or (values and all(type(one) in (int, float) for one in values[1:])):
        return kinds[0]
    return None


def axes_of(m: Machine, value: Value) -> Axes:
    """Axes given as a number or numbers; None where TensorFlow can't evaluate them."""
    dims = constant_value_as_dims(m, value) if not isinstance(value, int) else None
    if isinstance(value, int):
        return (int(value),)
    held = iterate(m, value) if isinstance(value, (tuple, range, ListRef)) else None
    if held is not None and not held.open:
        numbers = [number_of(m, item) for item in held.items]
        whole = tuple(number for number in numbers if isinstance(number, int))
        if len(whole) == len(numbers):
            return whole
        return None if None in numbers else UNSEEN
    if not isinstance(dims, tuple):
        return dims
    if None in dims:
        return None
    known = tuple(size for size in dims if isinstance(size, int))
    return known if len(known) == len(dims) else UNSEEN


def items_of(m: Machine, value: Value) -> tuple[Value, ...] | None:
    """The tensors of a list argument; None where the list isn't wholly known."""
    value = needed(m, value)
    if isinstance(value, (tuple, ListRef, Foreign)):
        held = iterate(m, value)
        return None if held is None or held.open else held.items
    return None


def opaque(m: Machine, op: str, g: Given | None = None) -> Value:
    """An operation without an output, or something that is no tensor."""
    return m.unknown(op, not_none=True)


__all__ = ["Given", "Text", "operation", "takes", "tensor_inputs"]
