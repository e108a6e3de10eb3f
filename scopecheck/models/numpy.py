"""numpy: functions by name; their results are never None."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.models import shapes
from scopecheck.models.initial import dtype_name
from scopecheck.models.numpy_array import (
    KINDS,
    Array,
    NumpyType,
    array_of,
    items_in,
    joint_dtype,
    known_sizes,
    shape_value,
)
from scopecheck.models.ops_arguments import Given, axes_of, dtype_of, shape_of, takes
from scopecheck.models.ops_arguments import tensor_inputs as inputs_of
from scopecheck.models.registry import Model
from scopecheck.models.tensors import (
    UNSEEN,
    Dim,
    Dimension,
    Dims,
    Tensor,
    Unseen,
    dim_of,
    dims_of,
    operation,
    size_value,
)
from scopecheck.symbolic import operators
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

TYPES = (
    "float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 complex64 complex128"
)
CONSTANTS: dict[str, Value] = {
    "numpy.pi": math.pi,
    "numpy.e": math.e,
    "numpy.inf": math.inf,
    "numpy.Inf": math.inf,
    "numpy.nan": math.nan,
    "numpy.NaN": math.nan,
    "numpy.newaxis": None,
    **{f"numpy.{name}": NumpyType(name) for name in TYPES.split()},
    "numpy.bool": NumpyType("bool"),
    "numpy.bool_": NumpyType("bool"),
    "numpy.int": NumpyType("int64"),
    "numpy.int_": NumpyType("int64"),
    "numpy.float": NumpyType("float64"),
    "numpy.float_": NumpyType("float64"),
    "numpy.double": NumpyType("float64"),
    "numpy.single": NumpyType("float32"),
}


def attribute(m: Machine, name: str) -> Value:
    """The value of ``numpy.pi`` and the like; what is none of them can be called."""
    return CONSTANTS.get(name, Extern(name)) if name in CONSTANTS else Extern(name)


def generic(m: Machine, name: str, a: Arguments) -> Value:
    """A function that isn't modelled: some array."""
    tensors = [one for one in inputs_of(m, *a.every()) if isinstance(one, Tensor)]
    if tensors:
        return m.unknown(f"{name}(…)", not_none=True)
    return Array(UNSEEN, None)


def as_array(m: Machine, value: Value, dtype: str | None = None) -> Array:
    """``np.asarray``; the numbers of a small one are kept."""
    value = needed(m, value)
    if isinstance(value, Array):
        return value if dtype in (None, value.dtype) else Array(value.dims, dtype, value.cells)
    dims = shape_of(m, value)
    if dims is None or isinstance(value, Tensor):
        return Array(UNSEEN, dtype)
    known = dtype if dtype is not None else _dtype(m, value)
    flat = _flat(m, value, [])
    sizes = known_sizes(dims)
    if flat is None or sizes is None or math.prod(sizes) != len(flat):
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
        return None if numbers is None else [*found, *numbers]
    if isinstance(value, (tuple, ListRef)):
        items = items_in(m, value)
        if items is None:
            return None
        for item in items:
            more = _flat(m, item, found)
            if more is None:
                return None
            found = more
        return found
    if isinstance(value, Dimension):
        return [*found, size_value(m, value.size)] if value.size is not None else None
    return [*found, value] if isinstance(value, (bool, int, float, Unknown)) else None


def _given_dtype(m: Machine, g: Given, default: str | None) -> str | None:
    value = g("dtype")
    name = default if value is None else dtype_name(m, value)
    plain = getattr(value, "type", None)
    return {int: "int64", float: "float64"}.get(plain, name) if isinstance(plain, type) else name


def _size(m: Machine, value: Value) -> Dims:
    """A ``size`` or ``shape`` argument; what isn't known isn't None."""
    dims = dims_of(m, value) if value is not None else ()
    if not isinstance(dims, tuple):
        return UNSEEN
    return tuple(UNSEEN if size is None else size for size in dims)


# -- makers -----------------------------------------------------------------------------


@takes("object dtype copy order")
def _array(m: Machine, g: Given) -> Value:
    value = g("object", "a", "obj")
    if isinstance(value, Tensor):
        return m.unknown("an array", not_none=True)
    return as_array(m, value, _given_dtype(m, g, None))


def _filled(names: str, default: str | None = "float64", number: float | None = None) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        dims = _size(m, g("shape"))
        dtype = _given_dtype(m, g, default)
        sizes = known_sizes(dims)
        if number is not None and sizes is not None and math.prod(sizes) <= 64:
            return array_of(m, [number] * math.prod(sizes), dims, dtype)
        return Array(dims, dtype)

    return model


@takes("a dtype")
def _alike(m: Machine, g: Given) -> Value:
    made = as_array(m, g("a", "x"))
    return Array(made.dims, _given_dtype(m, g, made.dtype))


@takes("start stop step dtype")
def _arange(m: Machine, g: Given) -> Value:
    start, stop = (g("start"), g("stop")) if g.has("stop") else (0, g("start"))
    step = g("step", default=1)
    bounds = [dim if isinstance(dim := needed(m, b), float) else dim_of(m, b) for b in (start, stop, step)]
    whole = all(isinstance(bound, int) for bound in bounds)
    numbers = [bound for bound in bounds if isinstance(bound, (int, float))]
    dtype = _given_dtype(m, g, "int64" if whole else "float64" if len(numbers) == 3 else None)
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
    return Array((rows, rows if columns is None else dim_of(m, columns)), _given_dtype(m, g, "float64"))


@takes("start stop num")
def _linspace(m: Machine, g: Given) -> Value:
    count = dim_of(m, g("num", default=50))
    front = shapes.broadcast(as_array(m, g("start")).dims, as_array(m, g("stop")).dims)
    return Array((count, *front) if isinstance(front, tuple) else UNSEEN, "float64")


def _loaded(m: Machine, a: Arguments) -> Value:
    return Array(UNSEEN, None)


# -- random numbers ---------------------------------------------------------------------


def _rand(m: Machine, a: Arguments) -> Value:
    dims = tuple(dim_of(m, size) for size in a.args)
    return Array(UNSEEN if a.open else dims, "float64")


def _drawn(names: str, dtype: str = "float64", parameters: tuple[str, ...] = ()) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        size = g("size")
        kind = _given_dtype(m, g, dtype)
        if size is not None:
            return Array(_size(m, size), kind)
        dims: Dims = ()
        for name in parameters:
            given = g(name)
            if given is not None:
                dims = shapes.broadcast(dims, as_array(m, given).dims)
        return Array(dims, kind)

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
    made = as_array(m, g("a"))
    dtype = "int64" if made.dims == () else made.dtype
    return Array(() if g("size") is None else _size(m, g("size")), dtype)


# -- shapes -----------------------------------------------------------------------------


def _reshape(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    given = a.args[1:] or tuple(v for k, v in a.kwargs.items() if k in ("newshape", "shape"))
    shape = given[0] if len(given) == 1 else given
    wanted = _size(m, shape) if given and not a.open else UNSEEN
    dims = shapes.reshape(value.dims, wanted)
    numbers = value.numbers(m)
    return Array(dims, value.dtype, None if numbers is None else value.cells)


@takes("arrays axis")
def _concatenate(m: Machine, g: Given) -> Value:
    items, axis = items_in(m, g("arrays")), g("axis", default=0)
    if items is None:
        return Array(UNSEEN, None)
    arrays = [as_array(m, item) for item in items]
    if axis is None:
        arrays, axis = [Array((shapes.multiply(a.dims),), a.dtype) if isinstance(a.dims, tuple) else Array((UNSEEN,), a.dtype) for a in arrays], 0
    dims = shapes.concat([a.dims for a in arrays], dim_of(m, axis))
    dtype = _common(arrays)
    flat = [a.numbers(m) for a in arrays]
    if isinstance(dims, tuple) and len(dims) == 1 and all(one is not None for one in flat):
        return array_of(m, [n for one in flat if one is not None for n in one], dims, dtype)
    return Array(dims, dtype)


def _common(arrays: list[Array]) -> str | None:
    if not arrays:
        return None
    first = arrays[0]
    dtype = first.dtype
    for array in arrays[1:]:
        dtype = joint_dtype(Array((), dtype), array, array)
    return dtype


def _along(axis: int) -> Model:
    """``vstack`` and ``hstack``: flat arrays become rows first."""

    @takes("tup")
    def model(m: Machine, g: Given) -> Value:
        items = items_in(m, g("tup"))
        if items is None:
            return Array(UNSEEN, None)
        arrays = [as_array(m, item) for item in items]
        rows: list[Dims] = []
        flat = False
        for array in arrays:
            dims = array.dims
            if isinstance(dims, tuple) and len(dims) < 2:
                flat = True
                dims = (1, *(dims or (1,))) if axis == 0 else dims or (1,)
            rows.append(dims)
        return Array(shapes.concat(rows, 0 if flat and axis else axis), _common(arrays))

    return model


@takes("arrays axis")
def _stack(m: Machine, g: Given) -> Value:
    items, axis = items_in(m, g("arrays")), g("axis", default=0)
    if not items:
        return Array(UNSEEN, None)
    arrays = [as_array(m, item) for item in items]
    return Array(shapes.stack([a.dims for a in arrays], dim_of(m, axis)), _common(arrays))


@takes("a axis")
def _expand_dims(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    return value.like(shapes.expand_dims(value.dims, dim_of(m, g("axis"))))


@takes("a axis")
def _squeeze(m: Machine, g: Given) -> Value:
    value, axis = as_array(m, g("a")), g("axis")
    return value.like(shapes.squeeze(value.dims, () if axis is None else axes_of(m, axis)))


def _transpose(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    given = a.kwargs.get("axes", a.args[1] if len(a.args) == 2 else a.args[1:] or None)
    axes = axes_of(m, given) if given is not None else UNSEEN
    return value.like(shapes.transpose(value.dims, axes, backwards=given is None))


@takes("a reps")
def _tile(m: Machine, g: Given) -> Value:
    value, reps = as_array(m, g("a", "A")), _size(m, g("reps"))
    dims = value.dims
    if not isinstance(dims, tuple) or not isinstance(reps, tuple):
        return value.like(UNSEEN)
    rank = max(len(dims), len(reps))
    dims = (1,) * (rank - len(dims)) + dims
    return value.like(shapes.tile(dims, (1,) * (rank - len(reps)) + reps))


@takes("a")
def _flatten(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    dims = value.dims
    size: Dim = shapes.multiply(dims) if isinstance(dims, tuple) else UNSEEN
    return Array((size,), value.dtype, value.cells)


@takes("a")
def _shape(m: Machine, g: Given) -> Value:
    value = g("a")
    if isinstance(value, Tensor):
        return m.unknown("a shape", not_none=True)
    return shape_value(m, as_array(m, value).dims)


@takes("a axis")
def _measure(m: Machine, g: Given) -> Value:
    dims = as_array(m, g("a")).dims
    total = shapes.multiply(dims) if isinstance(dims, tuple) else UNSEEN
    return size_value(m, total) if g("axis") is None else m.unknown(kind="int")


@takes("a")
def _ndim(m: Machine, g: Given) -> Value:
    dims = as_array(m, g("a")).dims
    return len(dims) if isinstance(dims, tuple) else m.unknown(kind="int")


# -- numbers ----------------------------------------------------------------------------


def _elementwise(name: str, dtype: str | None = "float64") -> Model:
    native: Callable[[float], float] | None = getattr(math, name, None)
    whole = name in ("abs", "absolute", "square", "negative", "sign", "ceil", "floor", "rint")

    @takes("x")
    def model(m: Machine, g: Given) -> Value:
        value = g("x", "a")
        if isinstance(value, Tensor):
            return _tensor_function(m, name, value)
        if isinstance(value, Dimension):
            value = size_value(m, value.size) if value.size is not None else value
        if isinstance(value, (int, float)):
            try:
                number = _CALLS.get(name, native)
                if number is not None:
                    result = number(value)
                    return float(result) if name in ("ceil", "floor") else result
            except (ValueError, OverflowError):
                return math.nan
        if isinstance(value, Unknown) and value.kind in ("int", "float"):
            return operators.derived(f"np.{name}", value)
        made = as_array(m, value)
        kept = whole or (made.dtype or "").startswith(("float", "complex"))
        return Array(made.dims, made.dtype if kept else dtype if made.dtype else None)

    return model


def _tensor_function(m: Machine, name: str, value: Tensor) -> Value:
    from scopecheck.models.ops_other import generic_op
    from scopecheck.symbolic.calls import Arguments

    return generic_op(m, name, Arguments((value,)))


_CALLS: dict[str, Callable[[Any], Any]] = {
    "abs": abs,
    "absolute": abs,
    "square": lambda x: x * x,
    "negative": lambda x: -x,
    "round": round,
    "around": round,
    "round_": round,
    "rint": lambda x: float(round(x)),
    "sign": lambda x: (x > 0) - (x < 0),
    "log": lambda x: math.log(x) if x > 0 else -math.inf if x == 0 else math.nan,
    "log2": lambda x: math.log2(x) if x > 0 else -math.inf if x == 0 else math.nan,
    "log10": lambda x: math.log10(x) if x > 0 else -math.inf if x == 0 else math.nan,
}


def _reduction(name: str, dtype: str | None = None) -> Model:
    run = {"sum": sum, "prod": math.prod, "product": math.prod, "max": max, "amax": max}
    run.update({"min": min, "amin": min, "mean": lambda n: sum(n) / len(n)})

    @takes("a axis dtype out keepdims")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("a", "x"), g("axis")
        if isinstance(value, Tensor):
            return _tensor_function(m, name, value)
        made = as_array(m, value)
        numbers = made.numbers(m)
        if axis is None and numbers is not None and name in run:
            if all(isinstance(n, (int, float)) for n in numbers) and numbers:
                return run[name](numbers)
            if name in ("prod", "product", "sum") and numbers:
                total: Value = numbers[0]
                for number in numbers[1:]:
                    total = operators.binary(m, "+" if name == "sum" else "*", total, number)
                return total
        if numbers == () and axis is None and name in ("prod", "product", "sum"):
            return 0.0 if name == "sum" else 1.0
        axes = axes_of(m, axis)
        dims = shapes.reduce(made.dims, axes, g.flag("keepdims"), axis is None)
        return Array(dims, _reduced_dtype(name, made.dtype) if dtype is None else dtype)

    return model


def _reduced_dtype(name: str, dtype: str | None) -> str | None:
    if dtype is None or dtype.startswith(("float", "complex")):
        return dtype
    if name in ("mean", "std", "var", "average", "median"):
        return "float64"
    return dtype if name in ("max", "min", "amax", "amin") else "int64"


def _binary(op: str) -> Model:
    @takes("x1 x2")
    def model(m: Machine, g: Given) -> Value:
        one, other = g("x1", "a"), g("x2", "b")
        if op in ("max", "min"):
            if isinstance(one, (int, float)) and isinstance(other, (int, float)):
                return (max if op == "max" else min)(one, other)
            one, other = as_array(m, one), as_array(m, other)
            return Array(shapes.broadcast(one.dims, other.dims), joint_dtype(one, other, other))
        if isinstance(one, (tuple, ListRef)):
            one = as_array(m, one)
        elif isinstance(other, (tuple, ListRef)):
            other = as_array(m, other)
        if op == "@" and not isinstance(one, Array):
            one = as_array(m, one)
        return operators.binary(m, op, one, other)

    return model


@takes("a dtype")
def _astype(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    return Array(value.dims, _given_dtype(m, g, None), value.cells)


def _same(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    return value.like(value.dims)


@takes("a")
def _to_list(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    numbers, dims = value.numbers(m), value.dims
    if numbers is not None and isinstance(dims, tuple) and len(dims) == 1:
        return m.new_list(numbers)
    return m.new_list((), True)


@takes("a")
def _item(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    numbers = value.numbers(m)
    if numbers is not None and len(numbers) == 1:
        return numbers[0]
    kind = "float" if (value.dtype or "").startswith("float") else ""
    return m.unknown("a number", kind=kind, not_none=True)


def _none(m: Machine, a: Arguments) -> Value:
    return None


def _generator(m: Machine, a: Arguments) -> Value:
    return Extern("numpy.random")


REDUCTIONS = "sum prod product mean std var max min amax amin average median"
ELEMENTWISE = (
    "sqrt exp log log2 log10 log1p sin cos tan tanh ceil floor abs absolute square negative "
    "round around rint sign exp2 expm1 fabs cbrt arctan deg2rad"
)
OPERATORS = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "true_divide": "/",
    "floor_divide": "//",
    "power": "**",
    "mod": "%",
    "maximum": "max",
    "minimum": "min",
    "dot": "@",
    "matmul": "@",
}
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
SHAPED: dict[str, Model] = {
    "reshape": _reshape,
    "transpose": _transpose,
    "squeeze": _squeeze,
    "ravel": _flatten,
    "copy": _same,
    "clip": _same,
    "round": _same,
    "cumsum": _same,
    **{name: _reduction(name) for name in "sum prod mean std var max min".split()},
    "argmax": _reduction("argmax", "int64"),
    "argmin": _reduction("argmin", "int64"),
    "any": _reduction("any", "bool"),
    "all": _reduction("all", "bool"),
}
METHODS: dict[str, Model] = {
    **SHAPED,
    "astype": _astype,
    "flatten": _flatten,
    "tolist": _to_list,
    "item": _item,
    "dot": _binary("@"),
    "sort": _none,
    "fill": _none,
    "resize": _none,
    "conj": _same,
}
FUNCTIONS: dict[str, Model] = {
    f"numpy.{name}": model
    for name, model in {
        **SHAPED,
        "array": _array,
        "asarray": _array,
        "ascontiguousarray": _array,
        "asanyarray": _array,
        "zeros": _filled("shape dtype", number=0.0),
        "ones": _filled("shape dtype", number=1.0),
        "empty": _filled("shape dtype"),
        "full": _filled("shape fill_value dtype", None),
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
        "concatenate": _concatenate,
        "stack": _stack,
        "vstack": _along(0),
        "hstack": _along(1),
        "expand_dims": _expand_dims,
        "tile": _tile,
        "shape": _shape,
        "size": _measure,
        "ndim": _ndim,
        "sort": _same,
        "flip": _same,
        "roll": _same,
        "nan_to_num": _same,
        **{name: _elementwise(name) for name in ELEMENTWISE.split()},
        **{name: _reduction(name) for name in REDUCTIONS.split()},
        **{name: _binary(op) for name, op in OPERATORS.items()},
        **{f"random.{name}": model for name, model in DRAWN.items()},
    }.items()
}

__all__ = ["CONSTANTS", "FUNCTIONS", "Unseen", "attribute", "generic", "operation"]
