"""Products and reductions."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import ConstantTensor, folded, newer, with_value
from scopecheck.models.ops.arguments import (
    Given,
    axes_of,
    common_dtype,
    composed,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.dtypes_refused import check_alike, check_all, check_types
from scopecheck.models.ops.operands import check_product
from scopecheck.models.ops.rearranged import check_axes, check_merged
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensor_members import matmul_op
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@takes("inputs shape tensor_dtype name")
def _accumulate_n(m: Machine, g: Given) -> Value:
    return composed(_sum_of(m, g, "AccumulateNV2"))


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
NUMERIC = ("Sum", "Mean", "Prod", "Max", "Min")
MORE = {"count_nonzero": "dtype "}
DTYPES = {"reduce_all": "bool", "reduce_any": "bool", "count_nonzero": "int64"}
SCOPES = {
    "count_nonzero": "count_nonzero",
    "reduce_logsumexp": "ReduceLogSumExp",
    "reduce_std": "reduce_std",
    "reduce_variance": "reduce_variance",
}
ARGUMENTS = {"argmax": "ArgMax", "argmin": "ArgMin", "arg_max": "ArgMax", "arg_min": "ArgMin"}


@takes("a b transpose_a transpose_b adjoint_a adjoint_b a_is_sparse b_is_sparse name")
def _matmul(m: Machine, g: Given) -> Value:
    return _product(m, g, "MatMul")


@takes("a b transpose_a transpose_b a_is_sparse b_is_sparse name")
def _sparse_matmul(m: Machine, g: Given) -> Value:
    return _product(m, g, "SparseMatMul")


def _product(m: Machine, g: Given, default: str) -> Value:
    a, b = g("a", "x"), g("b", "y")
    turns = [_turned(g, side) for side in ("a", "b")]
    one, other = shape_of(m, a), shape_of(m, b)
    _check_ranks(m, default, one, other)
    if default == "MatMul":
        _check_types(m, one, other, a, b)
        check_product(m, one, other, turns)
    dims: Dims = UNSEEN
    if turns[0] is not None and turns[1] is not None:
        dims = shapes.matmul(one, other, turns[0], turns[1])
    inputs = tensor_inputs(m, a, b)
    op = matmul_op(dims)
    product = operation(m, op, inputs, dims, common_dtype(m, a, b), g.name(default))
    if op == "MatMul" and True in turns:
        product.op = "TransposedMatMul"
    return product


def _check_types(m: Machine, one: Dims, other: Dims, a: Value, b: Value) -> None:
    """Refuses two dtypes; the operation for matrices has other names than that for rows of them."""
    ranks = [len(dims) if isinstance(dims, tuple) else None for dims in (one, other)]
    if None in ranks:
        return
    check = check_alike if m.world.tensorflow == "1.15" else check_types
    if ranks == [2, 2]:
        check(m, "MatMul", a, b, ("a", "b"))
    else:
        check(m, "BatchMatMulV2", a, b, ("x", "y"))


def _check_ranks(m: Machine, op: str, one: Dims, other: Dims) -> None:
    """Both sides of a product are matrices, or rows of them."""
    sides = (one, other)
    if m.world.executing_eagerly or not all(isinstance(dims, (tuple, NoneType)) for dims in sides):
        return
    ranks = [len(dims) if isinstance(dims, tuple) else None for dims in sides]
    many = any(rank is None or rank > 2 for rank in ranks) and op == "MatMul"
    for rank in ranks:
        if rank is not None and rank < 2:
            least = "at least rank" if many and not m.world.before_one else "rank"
            message = f"Shape must be {least} 2 but is rank {rank} for …"
            raise refuse_argument(m, op, "ValueError", message)


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
    check_alike(m, "MatMul", a, b, ("a", "b"))
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
    made = operation(
        m, "Tensordot", tensor_inputs(m, a, b), dims, common_dtype(m, a, b), g.name("Tensordot")
    )
    plain = not isinstance(dims, tuple) or (len(dims) == 2 and None not in dims)
    return composed(made) if plain and newer(m) else made


def _einsum(m: Machine, a: Arguments) -> Value:
    equation = a.args[0] if a.args else None
    operands = a.args[1:]
    dims: Dims = UNSEEN
    if isinstance(equation, str) and not a.open:
        dims = _einsum_dims(equation.replace(" ", ""), [shape_of(m, one) for one in operands])
    if len(operands) == 2 and all(isinstance(one, Tensor) for one in operands):
        check_alike(m, "MatMul", *operands, ("a", "b"))
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
    return _sum_of(m, g, "AddN")


_NOTHING_TO_ADD = {
    "1.15": "inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and "
    "shape",
    "2.21": "Inputs must be an iterable of at least one Tensor/IndexedSlices with the same dtype "
    "and shape.…",
}


def _sum_of(m: Machine, g: Given, default: str) -> Tensor:
    values = g("inputs", "tensors")
    items = items_of(m, values)
    inputs = tensor_inputs(m, values)
    if items == () and default == "AddN":
        raise refuse_argument(m, default, "ValueError", _NOTHING_TO_ADD[m.world.tensorflow])
    if not items:
        return operation(m, "AddN", inputs, UNSEEN, None, g.name(default))
    if default == "AddN":
        check_all(m, default, "inputs", values, strict=True)
    check_merged(m, default, [shape_of(m, item) for item in items])
    dims = shape_of(m, items[0])
    for item in items[1:]:
        dims = shapes.merge(dims, shape_of(m, item))
    return operation(m, "AddN", inputs, dims, common_dtype(m, *items), g.name(default))


def _reduction(op: str, dtype: str | None = None, scope: str = "", more: str = "") -> Model:
    @takes(f"input_tensor axis keepdims {more}name reduction_indices keep_dims")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("input_tensor", "input"), g("axis", "reduction_indices")
        keep = g.flag("keepdims", "keep_dims")
        axes = axes_of(m, axis)
        if axis is not None:
            check_axes(m, op, shape_of(m, value), axes)
        dims = shapes.reduce(shape_of(m, value), axes, keep, axis is None)
        known = dtype_of(m, value) if dtype is None else dtype_given(m, g("dtype"), dtype)
        if op in NUMERIC and not scope and known in ("bool", "string"):
            raise _no_numbers(m, op, known)
        made = operation(m, op, tensor_inputs(m, value, axis), dims, known, g.name(scope or op))
        if scope:
            return composed(made)
        if op in ("Prod", "Sum", "Max", "Min") and dims == () and isinstance(value, ConstantTensor):
            return with_value(made, _reduced(op, folded(value)))
        return made

    return model


def _no_numbers(m: Machine, op: str, dtype: str) -> Raised:
    """What has no numbers in it is refused: by the graph, or by the kernel that is asked."""
    if not m.world.executing_eagerly:
        text = f"Value passed to parameter 'input' has DataType {dtype} not in list of allowed…"
        return refuse_argument(m, op, "TypeError", text)
    if m.world.tensorflow == "1.15":
        return refuse_argument(m, op, "NotFoundError", "Could not find valid device for node.")
    text = f"Value for attr 'T' of {dtype} is not in the list of allowed values: …"
    return refuse_argument(m, op, "InvalidArgumentError", text)


def _reduced(op: str, value: object) -> Dim:
    numbers = list(value) if isinstance(value, tuple) else [value]
    if None in numbers:
        return None
    whole = [number for number in numbers if isinstance(number, int)]
    if len(whole) != len(numbers) or not whole:
        return UNSEEN
    if op == "Prod":
        return shapes.multiply(whole)
    if op == "Sum":
        return sum(whole)
    return max(whole) if op == "Max" else min(whole)


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
    return composed(
        operation(m, "Norm", tensor_inputs(m, value), dims, dtype_of(m, value), g.name("norm"))
    )


MODELS: dict[str, Model] = {
    "tf.matmul": _matmul,
    "tf.linalg.matmul": _matmul,
    "tf.sparse_matmul": _sparse_matmul,
    "tf.batch_matmul": _batch_matmul,
    "tf.tensordot": _tensordot,
    "tf.einsum": _einsum,
    "tf.add_n": _add_n,
    "tf.accumulate_n": _accumulate_n,
    "tf.norm": _norm,
    "tf.linalg.norm": _norm,
    **{
        f"{prefix}.{name}": _reduction(
            op, DTYPES.get(name), SCOPES.get(name, ""), MORE.get(name, "")
        )
        for name, op in REDUCTIONS.items()
        for prefix in ("tf", "tf.math")
    },
    **{
        f"{prefix}.{name}": _arg(op)
        for name, op in ARGUMENTS.items()
        for prefix in ("tf", "tf.math")
    },
}
