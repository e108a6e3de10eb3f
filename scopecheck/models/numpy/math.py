"""numpy arithmetic; numbers give numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.models import shapes
from scopecheck.models.numpy.array import Array, joint_dtype
from scopecheck.models.numpy.make import as_array
from scopecheck.models.numpy.numbers import number_of, own_dtype
from scopecheck.models.ops.arguments import Given, axes_of, takes
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Dimension, Tensor, size_value
from scopecheck.symbolic import operators
from scopecheck.symbolic.values import ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


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
                    whole_kept = m.world.tensorflow != "1.15" and isinstance(value, int)
                    if name in ("ceil", "floor") and not whole_kept:
                        result = float(result)
                    own = own_dtype(m, value)
                    kept = whole or (own or "").startswith("float")
                    return number_of(result, own if kept else None)
            except (ValueError, OverflowError):
                return math.nan
        if isinstance(value, Unknown) and value.kind in ("int", "float"):
            return operators.derived(f"np.{name}", value)
        made = as_array(m, value)
        kept = whole or (made.dtype or "").startswith(("float", "complex"))
        return Array(made.dims, made.dtype if kept else dtype if made.dtype else None)

    return model


def _tensor_function(m: Machine, name: str, value: Tensor) -> Value:
    from scopecheck.models.ops.other import generic_op
    from scopecheck.symbolic.calls import Arguments

    return generic_op(m, name, Arguments((value,)))


_TOTALS: dict[str, Callable[[Any], Any]] = {
    "sum": sum,
    "prod": math.prod,
    "product": math.prod,
    "max": max,
    "amax": max,
    "min": min,
    "amin": min,
    "mean": lambda numbers: sum(numbers) / len(numbers),
}
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
    run = _TOTALS.get(name)

    @takes("a axis dtype out keepdims")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("a", "x"), g("axis")
        if isinstance(value, Tensor):
            return _tensor_function(m, name, value)
        made = as_array(m, value)
        numbers = made.numbers(m)
        if axis is None and numbers is not None and run is not None:
            plain = made.dtype in (None, "float64") or not (made.dtype or "").startswith("float")
            if all(isinstance(n, (int, float)) for n in numbers) and numbers and plain:
                return number_of(run(numbers), _reduced_dtype(name, made.dtype))
            if _are_small(numbers) and numbers and name != "mean":
                return number_of(float(run(numbers)), made.dtype)
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


def _are_small(numbers: tuple[Value, ...]) -> bool:
    """Whether numbers are whole ones that any kind of float holds."""
    return all(isinstance(n, (int, float)) and n == n // 1 and abs(n) < SMALL for n in numbers)


def _reduced_dtype(name: str, dtype: str | None) -> str | None:
    if dtype is None or dtype.startswith(("float", "complex")):
        return dtype
    if name in ("mean", "std", "var", "average", "median"):
        return "float64"
    if name in ("max", "min", "amax", "amin"):
        return dtype
    return "uint64" if dtype.startswith("uint") else "int64"


def _binary(op: str) -> Model:
    @takes("x1 x2")
    def model(m: Machine, g: Given) -> Value:
        one, other = g("x1", "a"), g("x2", "b")
        if op in ("max", "min"):
            if isinstance(one, (int, float)) and isinstance(other, (int, float)):
                return _typed((max if op == "max" else min)(one, other))
            one, other = as_array(m, one), as_array(m, other)
            return Array(shapes.broadcast(one.dims, other.dims), joint_dtype(one, other, other))
        if isinstance(one, (tuple, ListRef)):
            one = as_array(m, one)
        elif isinstance(other, (tuple, ListRef)):
            other = as_array(m, other)
        if op == "@" and not isinstance(one, Array):
            one = as_array(m, one)
        return _typed(operators.binary(m, op, one, other))

    return model


def _typed(value: Value) -> Value:
    """A number of Python's that numpy has computed."""
    return number_of(value) if type(value) in (int, float) else value


SMALL = 64
REDUCTIONS = ("sum", "prod", "product", "mean", "std", "var", "max", "min", "amax", "amin")
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
BOTH: dict[str, Model] = {
    **{name: _reduction(name) for name in REDUCTIONS},
    "argmax": _reduction("argmax", "int64"),
    "argmin": _reduction("argmin", "int64"),
    "any": _reduction("any", "bool"),
    "all": _reduction("all", "bool"),
}
METHODS: dict[str, Model] = {**BOTH, "dot": _binary("@")}
FUNCTIONS: dict[str, Model] = {
    **BOTH,
    "average": _reduction("average"),
    "median": _reduction("median"),
    **{name: _elementwise(name) for name in ELEMENTWISE.split(" ")},
    **{name: _binary(op) for name, op in OPERATORS.items()},
}
