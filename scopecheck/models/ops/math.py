"""Elementwise operations: arithmetic, comparisons, casts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import ConstantTensor, fold, folded, newer
from scopecheck.models.ops.arguments import (
    Given,
    common_dtype,
    composed,
    dtype_given,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.dtypes_refused import (
    check_alike,
    check_converted,
    check_operator,
    check_types,
)
from scopecheck.models.ops.fitting import sure_dtype
from scopecheck.models.ops.operands import check_broadcast
from scopecheck.models.registry import Model
from scopecheck.models.tensor_members import TRUE_QUOTIENTS
from scopecheck.models.tensors import Tensor, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

UNARY = {
    "abs": "Abs",
    "acos": "Acos",
    "acosh": "Acosh",
    "asin": "Asin",
    "asinh": "Asinh",
    "atan": "Atan",
    "atanh": "Atanh",
    "ceil": "Ceil",
    "cos": "Cos",
    "cosh": "Cosh",
    "cumprod": "Cumprod",
    "cumsum": "Cumsum",
    "digamma": "Digamma",
    "erf": "Erf",
    "erfc": "Erfc",
    "exp": "Exp",
    "expm1": "Expm1",
    "floor": "Floor",
    "lgamma": "Lgamma",
    "log": "Log",
    "log1p": "Log1p",
    "log_sigmoid": "LogSigmoid",
    "negative": "Neg",
    "reciprocal": "Reciprocal",
    "rint": "Rint",
    "round": "Round",
    "rsqrt": "Rsqrt",
    "sigmoid": "Sigmoid",
    "sign": "Sign",
    "sin": "Sin",
    "sinh": "Sinh",
    "softplus": "Softplus",
    "sqrt": "Sqrt",
    "square": "Square",
    "tan": "Tan",
    "tanh": "Tanh",
}
BINARY = {
    "add": ("AddV2", "+"),
    "atan2": ("Atan2", ""),
    "div": ("Div", "//"),
    "div_no_nan": ("DivNoNan", ""),
    "divide": ("RealDiv", "/"),
    "floor_div": ("FloorDiv", "//"),
    "floordiv": ("FloorDiv", "//"),
    "floormod": ("FloorMod", "%"),
    "maximum": ("Maximum", "max"),
    "minimum": ("Minimum", "min"),
    "mod": ("FloorMod", "%"),
    "multiply": ("Mul", "*"),
    "pow": ("Pow", "**"),
    "squared_difference": ("SquaredDifference", ""),
    "subtract": ("Sub", "-"),
    "truediv": ("RealDiv", "/"),
    "realdiv": ("RealDiv", "/"),
}
FUNCTIONS = ("div", "div_no_nan", "divide", "floordiv", "truediv")
"""Those that are functions of their own, around an operation."""
SCOPES = {"divide": "truediv"}
COMPARISONS = {
    "equal": "Equal",
    "not_equal": "NotEqual",
    "less": "Less",
    "less_equal": "LessEqual",
    "greater": "Greater",
    "greater_equal": "GreaterEqual",
    "logical_and": "LogicalAnd",
    "logical_or": "LogicalOr",
    "logical_xor": "LogicalXor",
}
CASTS = {
    "to_float": ("float32", "ToFloat"),
    "to_double": ("float64", "ToDouble"),
    "to_int32": ("int32", "ToInt32"),
    "to_int64": ("int64", "ToInt64"),
    "to_bfloat16": ("bfloat16", "ToBFloat16"),
    "to_complex64": ("complex64", "ToComplex64"),
}


def unary(op: str) -> Model:
    """An elementwise operation of one tensor."""

    @takes("x axis name")
    def model(m: Machine, g: Given) -> Value:
        value = g("x", "features", "input", "value", "tensor")
        name = g.name(op)
        inputs = tensor_inputs(m, value)
        return operation(m, op, inputs, shape_of(m, value), dtype_of(m, value), name)

    return model


def binary(op: str, sign: str, name: str = "") -> Model:
    """An elementwise operation of two tensors; name: the function's where that is none itself."""

    @takes("x y name")
    def model(m: Machine, g: Given) -> Value:
        x, y = g("x", "a"), g("y", "b")
        _check(m, op, x, y, name)
        dims = shapes.broadcast(shape_of(m, x), shape_of(m, y))
        dtype = common_dtype(m, x, y)
        if sign == "/" and dtype is not None:
            dtype = TRUE_QUOTIENTS.get(dtype, dtype)
        default = SCOPES.get(name, name) or {"AddV2": "Add"}.get(op, op)
        made = operation(m, op, tensor_inputs(m, x, y), dims, dtype, g.name(default))
        return fold(m, sign, made, x, y) if sign and sign != "/" else made

    return model


def _check(m: Machine, op: str, x: Value, y: Value, function: str = "") -> None:
    """Refuses operands that don't go together; ``tf.add`` of 1.15 is another than ``+``."""
    old = m.world.tensorflow == "1.15"
    if function == "divide" or (function == "div_no_nan" and not old):
        tensor, other = (x, y) if isinstance(x, Tensor) else (y, x)
        if isinstance(tensor, Tensor):
            check_operator(m, "RealDiv", tensor, other, tensor is y, ("x", "y"))
    elif function in ("div", "div_no_nan"):
        check_converted(m, op, y, sure_dtype(m, x))
    elif function == "truediv" and old:
        check_alike(m, op, x, y, ("x", "y"))
    else:
        check_types(m, "Add" if op == "AddV2" and old else op, x, y, ("x", "y"))
    check_broadcast(m, op, shape_of(m, x), shape_of(m, y))


def _comparison(op: str) -> Model:
    @takes("x y name")
    def model(m: Machine, g: Given) -> Value:
        x, y = g("x"), g("y")
        _check(m, op, x, y)
        dims = shapes.broadcast(shape_of(m, x), shape_of(m, y))
        return operation(m, op, tensor_inputs(m, x, y), dims, "bool", g.name(op))

    return model


@takes("x name")
def _logical_not(m: Machine, g: Given) -> Value:
    value = g("x")
    return operation(m, "LogicalNot", tensor_inputs(m, value), shape_of(m, value), "bool", g.name())


def _test(op: str) -> Model:
    @takes("x name")
    def model(m: Machine, g: Given) -> Value:
        value = g("x")
        return operation(m, op, tensor_inputs(m, value), shape_of(m, value), "bool", g.name(op))

    return model


@takes("x dtype name")
def _cast(m: Machine, g: Given) -> Value:
    return cast(m, g("x"), dtype_given(m, g("dtype", "DstT"), None), g.name("Cast"))


def cast(m: Machine, value: Value, dtype: str | None, name: Value) -> Value:
    """``tf.cast``; whole numbers keep their value for shape inference."""
    if value_is(m, value, dtype):
        return value
    made = operation(m, "Cast", tensor_inputs(m, value), shape_of(m, value), dtype, name)
    whole = dtype is not None and "int" in dtype
    if not isinstance(value, ConstantTensor):
        return made
    held = value.value
    if not isinstance(held, tuple) or not newer(m):
        held = folded(value)
    if whole and isinstance(held, float):
        held = int(held)
    return ConstantTensor(made, held, value.foldable)


def value_is(m: Machine, value: Value, dtype: str | None) -> bool:
    """Whether a tensor has the dtype already, so that a cast is nothing."""
    return isinstance(value, Tensor) and dtype is not None and value.dtype == dtype


def _cast_to(dtype: str, name: str) -> Model:
    @takes("x name")
    def model(m: Machine, g: Given) -> Value:
        return cast(m, g("x"), dtype, g.name(name))

    return model


@takes("value dtype saturate name")
def _saturate_cast(m: Machine, g: Given) -> Value:
    return cast(m, g("value"), dtype_given(m, g("dtype"), None), g.name("saturate_cast"))


@takes("input name")
def _identity(m: Machine, g: Given) -> Value:
    value = g("input", "x", "tensor")
    made = operation(
        m, "Identity", tensor_inputs(m, value), shape_of(m, value), dtype_of(m, value), g.name()
    )
    if isinstance(value, ConstantTensor) and value.foldable:
        return ConstantTensor(made, value.value, True)
    return made


@takes("value name")
def _zero_fraction(m: Machine, g: Given) -> Value:
    inputs = tensor_inputs(m, g("value"))
    return composed(operation(m, "ZeroFraction", inputs, (), "float32", g.name("zero_fraction")))


@takes("t clip_value_min clip_value_max name")
def _clip_by_value(m: Machine, g: Given) -> Value:
    value, least, most = g("t"), g("clip_value_min"), g("clip_value_max")
    check_types(m, "Minimum", value, most, ("x", "y"))
    check_types(m, "Maximum", value, least, ("x", "y"))
    inputs = tensor_inputs(m, value, least, most)
    name, dims = g.name("clip_by_value"), shape_of(m, value)
    return operation(m, "ClipByValue", inputs, dims, dtype_of(m, value), name)


@takes("scalar x name")
def _scalar_mul(m: Machine, g: Given) -> Value:
    scalar, x = g("scalar"), g("x")
    check_converted(m, "Mul", scalar, sure_dtype(m, x))
    inputs = tensor_inputs(m, x, scalar)
    return operation(m, "Mul", inputs, shape_of(m, x), dtype_of(m, x), g.name("Mul"))


@takes("x name")
def _conjugate(m: Machine, g: Given) -> Value:
    value = g("x")
    if isinstance(value, Tensor) and value.dtype is not None and "complex" not in value.dtype:
        return value
    return operation(m, "Conj", tensor_inputs(m, value), shape_of(m, value), dtype_of(m, value))


def same(op: str, names: str, *first: str, default: str | None = "") -> Model:
    """An operation whose result looks like its first argument."""
    spellings = first or (names.split()[0],)

    @takes(f"{names} name")
    def model(m: Machine, g: Given) -> Value:
        value = g(*spellings)
        others = [] if op == "Print" else [one for one in names.split() if one not in spellings]
        inputs = tensor_inputs(m, value, *(g(one) for one in others if one != "name"))
        name = g.name(op if default == "" else default)
        return operation(m, op, inputs, shape_of(m, value), dtype_of(m, value), name)

    return model


MODELS: dict[str, Model] = {}
for _name, _op in UNARY.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = unary(_op)
    MODELS[f"tf.nn.{_name}"] = MODELS[f"tf.{_name}"]
MODELS["tf.neg"] = MODELS["tf.negative"]
for _name, (_op, _sign) in BINARY.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = binary(
        _op, _sign, _name if _name in FUNCTIONS else ""
    )
MODELS["tf.scalar_mul"] = _scalar_mul
MODELS["tf.mul"], MODELS["tf.sub"] = MODELS["tf.multiply"], MODELS["tf.subtract"]
for _name, _op in COMPARISONS.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _comparison(_op)
for _name, (_dtype, _op) in CASTS.items():
    MODELS[f"tf.{_name}"] = _cast_to(_dtype, _op)
for _name in ("is_nan", "is_inf", "is_finite"):
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _test(_name.title().replace("_", ""))
MODELS.update(
    {
        "tf.logical_not": _logical_not,
        "tf.math.logical_not": _logical_not,
        "tf.cast": _cast,
        "tf.dtypes.cast": _cast,
        "tf.saturate_cast": _saturate_cast,
        "tf.identity": _identity,
        "tf.clip_by_value": _clip_by_value,
        "tf.clip_by_norm": same("ClipByNorm", "t clip_norm axes", default="clip_by_norm"),
        "tf.clip_by_average_norm": same("ClipByNorm", "t clip_norm", default=None),
        "tf.stop_gradient": same("StopGradient", "input"),
        "tf.nn.l2_normalize": same(
            "L2Normalize", "x axis epsilon name dim", default="l2_normalize"
        ),
        "tf.math.l2_normalize": same(
            "L2Normalize", "x axis epsilon name dim", default="l2_normalize"
        ),
        "tf.linalg.l2_normalize": same(
            "L2Normalize", "x axis epsilon name dim", default="l2_normalize"
        ),
        "tf.check_numerics": same("CheckNumerics", "tensor message"),
        "tf.random_shuffle": same("RandomShuffle", "value seed"),
        "tf.random.shuffle": same("RandomShuffle", "value seed"),
        "tf.Print": same("Print", "input_ data"),
        "tf.nn.zero_fraction": _zero_fraction,
        "tf.math.zero_fraction": _zero_fraction,
        "tf.sort": same("Sort", "values axis direction", default=None),
        "tf.roll": same("Roll", "input shift axis"),
        **{
            f"{room}.fake_quant_with_min_max_args": same("FakeQuantWithMinMaxArgs", "inputs")
            for room in ("tf", "tf.quantization")
        },
        "tf.conj": _conjugate,
        "tf.math.conj": _conjugate,
    }
)
