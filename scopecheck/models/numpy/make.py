"""Makers of numpy arrays: from lists, filled, counted, random."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.numpy.array import (
    KINDS,
    LARGEST,
    Array,
    Drawn,
    array_of,
    items_in,
    known_sizes,
)
from scopecheck.models.ops.arguments import Given, dtype_of, shape_of, takes
from scopecheck.models.registry import Model
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import (
    UNSEEN,
    Dimension,
    Dims,
    Shape,
    Tensor,
    dim_of,
    dims_of,
    size_value,
)
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def as_array(m: Machine, value: Value, dtype: str | None = None) -> Array:
    """``np.asarray``; the numbers of a small one are kept."""
    value = needed(m, value)
    if isinstance(value, Array):
        return value if dtype in (None, value.dtype) else Array(value.dims, dtype, value.cells)
    dims = shape_of(m, value)
    if dims is None or isinstance(value, Tensor):
        return Array(UNSEEN, dtype)
    known = dtype if dtype is not None else _dtype(m, value)
    sizes = known_sizes(dims)
    if sizes is None or math.prod(sizes) > LARGEST:
        return Array(dims, known)
    flat = _flat(m, value, [])
    if flat is None or math.prod(sizes) != len(flat):
        return Array(dims, known)
    return array_of(m, flat, dims, known)


def _dtype(m: Machine, value: Value) -> str | None:
    """numpy's own default: 64 bits."""
    if isinstance(value, Unknown):
        return KINDS.get(value.kind)
    items = items_in(m, value)
    if items and all(isinstance(item, Array) for item in items):
        kinds = {item.dtype for item in items}
        return kinds.pop() if len(kinds) == 1 else None
    found = dtype_of(m, value)
    if items == ():
        return "float64"
    return {"int32": "int64", "float32": "float64"}.get(found, found) if found else None


def _flat(m: Machine, value: Value, found: list[Value]) -> list[Value] | None:
    if isinstance(value, Array):
        numbers = value.numbers(m)
        return None if numbers is None else _with(found, numbers)
    if isinstance(value, (tuple, ListRef)):
        items = items_in(m, value)
        if items is None:
            return None
        if any(_flat(m, item, found) is None for item in items):
            return None
        return found
    if isinstance(value, Shape):
        sizes = known_sizes(value.dims)
        return None if sizes is None else _with(found, sizes)
    if isinstance(value, Dimension):
        return _with(found, (size_value(m, value.size),)) if value.size is not None else None
    return _with(found, (value,)) if isinstance(value, (bool, int, float, Unknown)) else None


def _with(found: list[Value], more: Iterable[Value]) -> list[Value]:
    found.extend(more)
    return found


_CODES = {
    "?": "bool",
    "float": "float64",
    "int": "int64",
    **{f"f{size}": f"float{8 * size}" for size in (2, 4, 8)},
    **{f"i{size}": f"int{8 * size}" for size in (1, 2, 4, 8)},
    **{f"u{size}": f"uint{8 * size}" for size in (1, 2, 4, 8)},
    **dict(zip("efd", ("float16", "float32", "float64"), strict=True)),
    **dict(zip("bhilq", ("int8", "int16", "int32", "int64", "int64"), strict=True)),
    **dict(zip("BHILQ", ("uint8", "uint16", "uint32", "uint64", "uint64"), strict=True)),
}
"""What numpy calls its dtypes in short."""


def given_dtype(m: Machine, g: Given, default: str | None) -> str | None:
    value = needed(m, g("dtype"))
    if isinstance(value, str) and value.lstrip("<=|>") in _CODES:
        return _CODES[value.lstrip("<=|>")]
    name = default if value is None else dtype_name(m, value)
    plain = getattr(value, "type", None)
    return {int: "int64", float: "float64"}.get(plain, name) if isinstance(plain, type) else name


def size_of(m: Machine, value: Value) -> Dims:
    """A ``size`` or ``shape`` argument; what isn't known isn't None."""
    dims = dims_of(m, value) if value is not None else ()
    if not isinstance(dims, tuple):
        return UNSEEN
    return tuple(UNSEEN if size is None else size for size in dims)


@takes("object dtype copy order")
def _array(m: Machine, g: Given) -> Value:
    value = g("object", "a", "obj")
    if isinstance(value, Tensor):
        return m.unknown("an array", not_none=True)
    return as_array(m, value, given_dtype(m, g, None))


def _filled(names: str, default: str = "float64", number: float | None = None) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        dims = size_of(m, g("shape"))
        dtype = given_dtype(m, g, default)
        sizes = known_sizes(dims)
        if number is not None and sizes is not None and math.prod(sizes) <= 64:
            return array_of(m, [number] * math.prod(sizes), dims, dtype)
        return Array(dims, dtype)

    return model


@takes("shape fill_value dtype")
def _full(m: Machine, g: Given) -> Value:
    return Array(size_of(m, g("shape")), given_dtype(m, g, _dtype(m, g("fill_value"))))


@takes("a dtype")
def _alike(m: Machine, g: Given) -> Value:
    made = as_array(m, g("a", "x"))
    return Array(made.dims, given_dtype(m, g, made.dtype))


@takes("start stop step dtype")
def _arange(m: Machine, g: Given) -> Value:
    start, stop = (g("start"), g("stop")) if g.has("stop") else (0, g("start"))
    step = g("step", default=1)
    given = [needed(m, bound) for bound in (start, stop, step)]
    bounds = [one if isinstance(one, float) else dim_of(m, one) for one in given]
    whole = all(isinstance(bound, int) for bound in bounds)
    numbers = [bound for bound in bounds if isinstance(bound, (int, float))]
    dtype = given_dtype(m, g, "int64" if whole else "float64" if len(numbers) == 3 else None)
    if len(numbers) < 3 or not numbers[2]:
        return Array((UNSEEN,), dtype)
    count = max(0, math.ceil((numbers[1] - numbers[0]) / numbers[2]))
    if not whole or count > 64:
        return Array((count,), dtype)
    return array_of(m, [numbers[0] + i * numbers[2] for i in range(count)], (count,), dtype)


@takes("N M k dtype")
def _eye(m: Machine, g: Given) -> Value:
    rows = dim_of(m, g("N", "n"))
    columns = g("M")
    dims = (rows, rows if columns is None else dim_of(m, columns))
    return Array(dims, given_dtype(m, g, "float64"))


@takes("start stop num endpoint retstep dtype")
def _linspace(m: Machine, g: Given) -> Value:
    count = dim_of(m, g("num", default=50))
    front = shapes.broadcast(as_array(m, g("start")).dims, as_array(m, g("stop")).dims)
    dims = (count, *front) if isinstance(front, tuple) else UNSEEN
    return Array(dims, given_dtype(m, g, "float64"))


def _loaded(m: Machine, a: Arguments) -> Value:
    return Array(UNSEEN, None)


def _rand(m: Machine, a: Arguments) -> Value:
    dims = tuple(dim_of(m, size) for size in a.args)
    return _numbers(UNSEEN if a.open else dims, "float64")


def _numbers(dims: Dims, dtype: str | None) -> Array:
    """Drawn numbers; a single one is Python's own, of which TensorFlow chooses the dtype."""
    if dims == ():
        return Drawn("int" if dtype == "int64" else "float")
    return Array(dims, dtype)


def _drawn(names: str, dtype: str = "float64", parameters: tuple[str, ...] = ()) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        size = g("size")
        kind = given_dtype(m, g, dtype)
        if size is not None:
            return Array(size_of(m, size), kind)
        dims: Dims = ()
        for name in parameters:
            given = g(name)
            if given is not None:
                dims = shapes.broadcast(dims, as_array(m, given).dims)
        return _numbers(dims, kind)

    return model


@takes("x")
def _permutation(m: Machine, g: Given) -> Value:
    value = g("x", "a")
    if isinstance(value, int):
        return Array((int(value),), "int64")
    made = as_array(m, value)
    return made.like((UNSEEN,) if made.dims == () else made.dims)


@takes("a size replace p")
def _choice(m: Machine, g: Given) -> Value:
    value = needed(m, g("a"))
    if isinstance(value, ListRef) and g("size") is None:
        held = m.contents(value)
        if held.open or not all(isinstance(one, (int, float)) for one in held.items):
            return m.unknown("an item", tame=True)
    made = as_array(m, value)
    dtype = "int64" if made.dims == () else made.dtype
    return Array((), None) if g("size") is None else Array(size_of(m, g("size")), dtype)


def _none(m: Machine, a: Arguments) -> Value:
    return None


def _generator(m: Machine, a: Arguments) -> Value:
    return Extern("numpy.random")


DRAWN: dict[str, Model] = {
    "uniform": _drawn("low high size", parameters=("low", "high")),
    "normal": _drawn("loc scale size", parameters=("loc", "scale")),
    "randint": _drawn("low high size dtype", "int64"),
    "random_integers": _drawn("low high size", "int64"),
    "integers": _drawn("low high size dtype", "int64"),
    "binomial": _drawn("n p size", "int64", ("n", "p")),
    "poisson": _drawn("lam size", "int64", ("lam",)),
    "beta": _drawn("a b size", parameters=("a", "b")),
    "gamma": _drawn("shape scale size", parameters=("shape", "scale")),
    "laplace": _drawn("loc scale size", parameters=("loc", "scale")),
    "exponential": _drawn("scale size", parameters=("scale",)),
    "standard_normal": _drawn("size"),
    "random_sample": _drawn("size"),
    "random": _drawn("size"),
    "ranf": _drawn("size"),
    "sample": _drawn("size"),
    "rand": _rand,
    "randn": _rand,
    "permutation": _permutation,
    "choice": _choice,
    "shuffle": _none,
    "seed": _none,
    "RandomState": _generator,
    "default_rng": _generator,
}
MAKERS: dict[str, Model] = {
    "array": _array,
    "asarray": _array,
    "ascontiguousarray": _array,
    "asanyarray": _array,
    "zeros": _filled("shape dtype", number=0.0),
    "ones": _filled("shape dtype", number=1.0),
    "empty": _filled("shape dtype"),
    "full": _full,
    "zeros_like": _alike,
    "ones_like": _alike,
    "empty_like": _alike,
    "full_like": _alike,
    "arange": _arange,
    "eye": _eye,
    "identity": _eye,
    "linspace": _linspace,
    "load": _loaded,
    "loadtxt": _loaded,
    "genfromtxt": _loaded,
    **{f"random.{name}": model for name, model in DRAWN.items()},
}
