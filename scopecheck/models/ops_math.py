"""Arithmetic: elementwise operations, products, reductions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import ConstantTensor, fold, folded, with_value
from scopecheck.models.ops_arguments import (
    Given,
    axes_of,
    common_dtype,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops_sources import as_tensor
from scopecheck.models.registry import Model
from scopecheck.models.tensor_members import TRUE_QUOTIENTS, matmul_op
from scopecheck.models.tensors import UNSEEN, Dim, Dims, operation
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
    "conj": "Conj",
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
REDUCTIONS = {
    "reduce_sum": "Sum",
    "reduce_mean": "Mean",
    "reduce_prod": "Prod",
    "reduce_max": "Max",
    "reduce_min": "Min",
    "reduce_all": "All",
    "reduce_any": "Any",
    "reduce_logsumexp": "LogSumExp",
    "reduce_std": "Sqrt",
    "reduce_variance": "Mean",
    "reduce_euclidean_norm": "EuclideanNorm",
    "count_nonzero": "Sum",
}
CASTS = {
    "to_float": "float32",
    "to_double": "float64",
    "to_int32": "int32",
    "to_int64": "int64",
    "to_bfloat16": "bfloat16",
    "to_complex64": "complex64",
}


def unary(op: str) -> Model:
    """An elementwise operation of one tensor."""

    @takes("x axis name")
    def model(m: Machine, g: Given) -> Value:
        value = g("x", "features", "input", "value", "tensor")
        name = g.name(op if op != "LogSigmoid" else "LogSigmoid")
        return operation(m, op, tensor_inputs(m, value), shape_of(m, value), dtype_of(m, value), name)

    return model


def binary(op: str, sign: str) -> Model:
    """An elementwise operation of two tensors."""

    @takes("x y name")
    def model(m: Machine, g: Given) -> Value:
        x, y = g("x", "a"), g("y", "b")
        dims = shapes.broadcast(shape_of(m, x), shape_of(m, y))
        dtype = common_dtype(m, x, y)
        if sign == "/" and dtype is not None:
            dtype = TRUE_QUOTIENTS.get(dtype, dtype)
        default = {"AddV2": "Add", "RealDiv": "truediv"}.get(op, op)
        made = operation(m, op, tensor_inputs(m, x, y), dims, dtype, g.name(default))
        return fold(m, sign, made, x, y) if sign and sign != "/" else made

    return model


def _comparison(op: str) -> Model:
    @takes("x y name")
    def model(m: Machine, g: Given) -> Value:
        x, y = g("x"), g("y")
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


def cast(m: Machine, value: Value, dtype: str | None, name: Value = None) -> Value:
    """``tf.cast``; whole numbers keep their value for shape inference."""
    if value_is(m, value, dtype):
        return value
    made = operation(m, "Cast", tensor_inputs(m, value), shape_of(m, value), dtype, name)
    whole = dtype is not None and "int" in dtype
    if isinstance(value, ConstantTensor):
        held = folded(value) if not isinstance(value.value, tuple) else value.value
        if whole and isinstance(held, float):
            held = int(held)
        return ConstantTensor(made, held, value.foldable)
    return made


def value_is(m: Machine, value: Value, dtype: str | None) -> bool:
    """Whether a tensor has the dtype already, so that a cast is nothing."""
    from scopecheck.models.tensors import Tensor

    return isinstance(value, Tensor) and dtype is not None and value.dtype == dtype


def _cast_to(dtype: str) -> Model:
    @takes("x name")
    def model(m: Machine, g: Given) -> Value:
        return cast(m, g("x"), dtype, g.name(f"To{dtype.capitalize()}"))

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


@takes("a b transpose_a transpose_b adjoint_a adjoint_b a_is_sparse b_is_sparse name")
def _matmul(m: Machine, g: Given) -> Value:
    a, b = g("a", "x"), g("b", "y")
    turns = [_turned(g, side) for side in ("a", "b")]
    one, other = shape_of(m, a), shape_of(m, b)
    dims: Dims = UNSEEN
    if turns[0] is not None and turns[1] is not None:
        dims = shapes.matmul(one, other, turns[0], turns[1])
    inputs = tensor_inputs(m, a, b)
    op = matmul_op(dims)
    return operation(m, op, inputs, dims, common_dtype(m, a, b), g.name("MatMul"))


def _turned(g: Given, side: str) -> bool | None:
    flags = (g.flag(f"transpose_{side}"), g.flag(f"adjoint_{side}", f"adj_{side}"))
    return None if None in flags else any(flags)


@takes("x y adj_x adj_y name")
def _batch_matmul(m: Machine, g: Given) -> Value:
    x, y = g("x", "a"), g("y", "b")
    one, two = g.flag("adj_x"), g.flag("adj_y")
    dims: Dims = UNSEEN
    if one is not None and two is not None:
        dims = shapes.matmul(shape_of(m, x), shape_of(m, y), one, two)
    return operation(m, "BatchMatMulV2", tensor_inputs(m, x, y), dims, common_dtype(m, x, y))


@takes("a b axes name")
def _tensordot(m: Machine, g: Given) -> Value:
    a, b, axes = g("a"), g("b"), g("axes")
    one, other = shape_of(m, a), shape_of(m, b)
    dims: Dims = UNSEEN
    if isinstance(one, tuple) and isinstance(other, tuple):
        mine: shapes.Axes = UNSEEN
        theirs: shapes.Axes = UNSEEN
        if isinstance(axes, int) and 0 <= axes <= min(len(one), len(other)):
            mine, theirs = tuple(range(len(one) - axes, len(one))), tuple(range(axes))
        else:
            pair = items_of(m, axes)
            if pair is not None and len(pair) == 2:
                mine, theirs = axes_of(m, pair[0]), axes_of(m, pair[1])
        left, right = shapes.reduce(one, mine), shapes.reduce(other, theirs)
        if isinstance(left, tuple) and isinstance(right, tuple):
            dims = (*left, *right)
    return operation(
        m, "Tensordot", tensor_inputs(m, a, b), dims, common_dtype(m, a, b), g.name("Tensordot")
    )


def _einsum(m: Machine, a: object) -> Value:
    from scopecheck.symbolic.calls import Arguments

    assert isinstance(a, Arguments)
    equation = a.args[0] if a.args else None
    operands = a.args[1:]
    dims: Dims = UNSEEN
    if isinstance(equation, str) and not a.open:
        dims = _einsum_dims(equation.replace(" ", ""), [shape_of(m, one) for one in operands])
    dtype = common_dtype(m, *operands) if operands else None
    return operation(m, "Einsum", tensor_inputs(m, *operands), dims, dtype, a.kwargs.get("name"))


def _einsum_dims(equation: str, operands: list[Dims]) -> Dims:
    left, arrow, right = equation.partition("->")
    terms = left.split(",")
    if not arrow or "." in equation or len(terms) != len(operands):
        return UNSEEN
    sizes: dict[str, Dim] = {}
    for term, dims in zip(terms, operands, strict=True):
        full = shapes.spread(dims, len(term))
        if len(full) != len(term):
            return UNSEEN
        for letter, size in zip(term, full, strict=True):
            try:
                known = sizes.get(letter, size)
                sizes[letter] = shapes.merge_size(known, size)
            except ValueError:
                return UNSEEN
    return tuple(sizes.get(letter, UNSEEN) for letter in right)


@takes("inputs name")
def _add_n(m: Machine, g: Given) -> Value:
    values = g("inputs", "tensors")
    items = items_of(m, values)
    inputs = tensor_inputs(m, values)
    if not items:
        return operation(m, "AddN", inputs, UNSEEN, None, g.name("AddN"))
    dims = shape_of(m, items[0])
    for item in items[1:]:
        dims = shapes.merge(dims, shape_of(m, item))
    return operation(m, "AddN", inputs, dims, common_dtype(m, *items), g.name("AddN"))


def _reduction(op: str, dtype: str | None = None) -> Model:
    @takes("input_tensor axis keepdims name reduction_indices keep_dims")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("input_tensor", "input"), g("axis", "reduction_indices")
        keep = g.flag("keepdims", "keep_dims")
        if not isinstance(keep, bool) and keep is not None:
            keep = None
        axes = axes_of(m, axis)
        dims = shapes.reduce(shape_of(m, value), axes, keep, axis is None)
        known = dtype_of(m, value) if dtype is None else dtype
        made = operation(m, op, tensor_inputs(m, value, axis), dims, known, g.name(op))
        if op in ("Prod", "Sum", "Max", "Min") and dims == () and isinstance(value, ConstantTensor):
            return with_value(made, _reduced(op, folded(value)))
        return made

    return model


def _reduced(op: str, value: object) -> Dim:
    numbers = list(value) if isinstance(value, tuple) else [value]
    if None in numbers:
        return None
    whole = [number for number in numbers if isinstance(number, int)]
    if len(whole) != len(numbers) or not whole:
        return UNSEEN
    if op == "Prod":
        return shapes.multiply(whole)
    return {"Sum": sum, "Max": max, "Min": min}[op](whole)


def _arg(op: str) -> Model:
    @takes("input axis name dimension output_type")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("input"), g("axis", "dimension")
        axes = (0,) if axis is None else axes_of(m, axis)
        dims = shapes.reduce(shape_of(m, value), axes)
        dtype = dtype_given(m, g("output_type"), "int64")
        return operation(m, op, tensor_inputs(m, value), dims, dtype, g.name(op))

    return model


@takes("tensor ord axis keepdims name keep_dims")
def _norm(m: Machine, g: Given) -> Value:
    value, axis = g("tensor"), g("axis")
    keep = g.flag("keepdims", "keep_dims")
    dims = shapes.reduce(shape_of(m, value), axes_of(m, axis), keep, axis is None)
    return operation(m, "Norm", tensor_inputs(m, value), dims, dtype_of(m, value), g.name("norm"))


def same(op: str, names: str = "t", *first: str) -> Model:
    """An operation whose result looks like its first argument."""
    spellings = first or (names.split()[0],)

    @takes(f"{names} name")
    def model(m: Machine, g: Given) -> Value:
        value = g(*spellings)
        made = as_tensor(m, value)
        inputs = tensor_inputs(m, *(g(one) for one in {*spellings, *names.split()}))
        return operation(m, op, inputs, made.shape, made.dtype, g.name(op))

    return model


MODELS: dict[str, Model] = {}
for _name, _op in UNARY.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = unary(_op)
    MODELS[f"tf.nn.{_name}"] = MODELS[f"tf.{_name}"]
MODELS["tf.neg"] = MODELS["tf.negative"]
for _name, (_op, _sign) in BINARY.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = binary(_op, _sign)
MODELS["tf.mul"], MODELS["tf.sub"] = MODELS["tf.multiply"], MODELS["tf.subtract"]
for _name, _op in COMPARISONS.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _comparison(_op)
for _name, _op in REDUCTIONS.items():
    _kind = {"All": "bool", "Any": "bool"}.get(_op, "int64" if _name == "count_nonzero" else None)
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _reduction(_op, _kind)
for _name, _dtype in CASTS.items():
    MODELS[f"tf.{_name}"] = _cast_to(_dtype)
for _name in ("is_nan", "is_inf", "is_finite"):
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _test(_name.title().replace("_", ""))
for _name, _op in {"argmax": "ArgMax", "argmin": "ArgMin"}.items():
    MODELS[f"tf.{_name}"] = MODELS[f"tf.math.{_name}"] = _arg(_op)
    MODELS[f"tf.{_name.replace('arg', 'arg_')}"] = MODELS[f"tf.{_name}"]
MODELS.update(
    {
        "tf.logical_not": _logical_not,
        "tf.math.logical_not": _logical_not,
        "tf.cast": _cast,
        "tf.dtypes.cast": _cast,
        "tf.saturate_cast": _saturate_cast,
        "tf.identity": _identity,
        "tf.matmul": _matmul,
        "tf.linalg.matmul": _matmul,
        "tf.sparse_matmul": _matmul,
        "tf.batch_matmul": _batch_matmul,
        "tf.tensordot": _tensordot,
        "tf.einsum": _einsum,
        "tf.add_n": _add_n,
        "tf.accumulate_n": _add_n,
        "tf.norm": _norm,
        "tf.linalg.norm": _norm,
        "tf.clip_by_value": same("ClipByValue", "t clip_value_min clip_value_max"),
        "tf.clip_by_norm": same("ClipByNorm", "t clip_norm axes"),
        "tf.clip_by_average_norm": same("ClipByNorm", "t clip_norm"),
        "tf.stop_gradient": same("StopGradient", "input"),
        "tf.nn.l2_normalize": same("L2Normalize", "x axis epsilon name dim"),
        "tf.math.l2_normalize": same("L2Normalize", "x axis epsilon name dim"),
        "tf.linalg.l2_normalize": same("L2Normalize", "x axis epsilon name dim"),
        "tf.check_numerics": same("CheckNumerics", "tensor message"),
        "tf.random_shuffle": same("RandomShuffle", "value seed"),
        "tf.random.shuffle": same("RandomShuffle", "value seed"),
        "tf.Print": same("Print", "input_ data"),
        "tf.roll": same("Roll", "input shift axis"),
        "tf.quantization.fake_quant_with_min_max_args": same("FakeQuant", "inputs"),
        "tf.tan": MODELS["tf.tan"],
    }
)
