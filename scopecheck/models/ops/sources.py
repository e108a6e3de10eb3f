"""Operations that make tensors: placeholders, constants, ranges, random numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models.before_one import refused
from scopecheck.models.constants import constant_value_as_dims, newer, numbers_of, with_value
from scopecheck.models.one_graph import check_graph_mode
from scopecheck.models.ops.arguments import (
    Given,
    common_dtype,
    composed,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    sized_inputs,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.dense import check_constant, check_dense
from scopecheck.models.ops.dtypes_refused import check_converted
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.initial_dtypes import check_convertible
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Shape, Tensor, dims_of, operation
from scopecheck.models.world import update
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

LARGEST = 64
SMALL = 8
"""How many rows and columns a matrix has that is kept: that of paddings, and the like."""


@takes("dtype shape name")
def _placeholder(m: Machine, g: Given) -> Value:
    check_graph_mode(m)
    dims = _placeholder_dims(m, g("shape"))
    dtype = dtype_given(m, g("dtype"), None)
    return _named(m, operation(m, "Placeholder", (), dims, dtype, g.name()))


def _named(m: Machine, made: Tensor) -> Tensor:
    """A placeholder, which its graph gives by its name."""
    if made.name is not None and made.graph is not None:
        graph = m.world.graphs[made.graph]
        update(m, graph, placeholders=graph.placeholders.set(made.name, made))
    return made


def _placeholder_dims(m: Machine, shape: Value) -> Dims:
    dims = None if shape is None else dims_of(m, shape)
    if isinstance(dims, tuple):
        return tuple(None if size == -1 else size for size in dims)
    return dims


@takes("input shape name")
def _placeholder_with_default(m: Machine, g: Given) -> Value:
    value = g("input")
    dims = _placeholder_dims(m, g("shape"))
    inputs = tensor_inputs(m, value)
    made = operation(m, "PlaceholderWithDefault", inputs, dims, dtype_of(m, value), g.name())
    return _named(m, made)


@takes("dtype shape name")
def _sparse_placeholder(m: Machine, g: Given) -> Value:
    return operation(m, "Placeholder", (), UNSEEN, dtype_given(m, g("dtype"), None), g.name())


@takes("value dtype shape name verify_shape")
def _constant(m: Machine, g: Given) -> Value:
    value = g("value")
    shape = g("shape")
    dims = shape_of(m, value) if shape is None else dims_of(m, shape)
    given = g("dtype")
    dtype = dtype_of(m, value) if given is None else dtype_given(m, given, None)
    check_constant(m, value, given)
    check_convertible(m, value, "Const")
    if given is None:
        check_dense(m, "Const", value)
    elif not isinstance(value, Tensor):
        check_converted(m, "Const", value, dtype)
    if shape is not None:
        _check_count(m, shape_of(m, value), dims)
    made = operation(m, "Const", tensor_inputs(m, value), dims, dtype, g.name())
    return _valued(m, made, value) if shape is None else made


def _check_count(m: Machine, held: Dims, asked: Dims) -> None:
    """A constant may have fewer numbers than its shape, and no more."""
    given, most = size_of(held), size_of(asked)
    if given is None or most is None or given <= most or not tells(m):
        return
    found = f"Needed at most {most}, but received {given}"
    if m.world.tensorflow != "1.15":
        found = f"Takes at most {most}, but got {given}."
    raise refuse_argument(m, "Const", "ValueError", f"Too many elements provided. {found}")


def size_of(dims: Dims) -> int | None:
    """How many elements a shape has; None where that isn't known."""
    if not isinstance(dims, tuple) or not all(isinstance(one, int) for one in dims):
        return None
    return math.prod(one for one in dims if isinstance(one, int))


def _valued(m: Machine, tensor: Tensor, value: Value) -> Tensor:
    dims = tensor.shape
    if tensor.dtype == "string" or not isinstance(dims, tuple) or len(dims) > 1:
        tensor.rows = _rows(m, value, dims)
        return tensor
    if dims and not (isinstance(dims[0], int) and dims[0] <= LARGEST):
        return tensor
    held = numbers_of(m, value)
    if isinstance(held, tuple) == bool(dims) and held is not None:
        return with_value(tensor, held)
    return tensor


def _rows(m: Machine, value: Value, dims: Dims) -> tuple[Value, ...] | None:
    """The rows of a small matrix of known whole numbers."""
    if not isinstance(dims, tuple) or len(dims) != 2 or not all(_is_small(size) for size in dims):
        return None
    rows = tuple(constant_value_as_dims(m, row) for row in items_of(m, value) or ())
    known = all(isinstance(row, tuple) and all(isinstance(one, int) for one in row) for row in rows)
    return rows if rows and known else None


def _is_small(size: Dim) -> bool:
    return isinstance(size, int) and size <= SMALL


@takes("value dtype name preferred_dtype dtype_hint as_ref")
def _convert_to_tensor(m: Machine, g: Given) -> Value:
    return as_tensor(m, g("value"), dtype_given(m, g("dtype"), None), g.name())


def as_tensor(m: Machine, value: Value, dtype: str | None = None, name: Value = None) -> Tensor:
    """What ``tf.convert_to_tensor`` makes of a value; a tensor stays itself."""
    from scopecheck.models.ops.array import packed

    check_converted(m, "Const", value, dtype)
    if isinstance(value, Tensor):
        return value
    check_convertible(m, value, "Const")
    inputs = tensor_inputs(m, value)
    if any(isinstance(one, Tensor) for one in inputs):
        return packed(m, value, dtype, name)
    if dtype is None:
        check_dense(m, "Const", value)
    known = dtype_of(m, value) if dtype is None else dtype
    made = operation(m, "Const", inputs, shape_of(m, value), known, name)
    made = composed(made) if isinstance(value, Shape) else made
    return _valued(m, made, value)


def _filled(op: str, kind: str) -> Model:
    @takes("shape dtype name")
    def model(m: Machine, g: Given) -> Value:
        shape = g("shape", "dims")
        dims = constant_value_as_dims(m, shape)
        dtype = dtype_given(m, g("dtype"), "float32")
        return operation(m, op, tensor_inputs(m, shape), dims, dtype, g.name(kind))

    return model


def _zeros_initializer(m: Machine, a: Arguments) -> Value:
    """A function of a shape before 1.0; called with none, as a class is, it is refused."""
    if not a.args and not a.kwargs and not a.open:
        message = "zeros_initializer() takes at least 1 argument (0 given)"
        raise refused(m, "tf.zeros_initializer", "TypeError", message)
    return _filled("Fill", "zeros")(m, a)


@takes("dims value name")
def _fill(m: Machine, g: Given) -> Value:
    shape, value = g("dims", "shape"), g("value")
    inputs = tensor_inputs(m, shape, value)
    return operation(
        m, "Fill", inputs, constant_value_as_dims(m, shape), dtype_of(m, value), g.name("Fill")
    )


def _alike(op: str, kind: str) -> Model:
    @takes("tensor dtype name optimize")
    def model(m: Machine, g: Given) -> Value:
        value = g("tensor", "input")
        dtype = dtype_given(m, g("dtype"), dtype_of(m, value))
        return operation(m, op, tensor_inputs(m, value), shape_of(m, value), dtype, g.name(kind))

    return model


@takes("start limit delta")
def _range(m: Machine, g: Given) -> Value:
    start, limit = (g("start"), g("limit")) if g.has("limit") else (0, g("start"))
    if limit is None:
        start, limit = 0, start
    delta = g("delta", default=1)
    bounds = [numbers_of(m, one) for one in (start, limit, delta)]
    kinds = [dtype_of(m, one) for one in (start, limit, delta)]
    order = ("int32", "int64", "float32", "float64")
    dtype = None
    if all(kind in order for kind in kinds):
        dtype = max((kind for kind in kinds if kind is not None), key=order.index)
    inputs = tensor_inputs(m, start, limit, delta)
    given = dtype_given(m, g("dtype"), dtype)
    return operation(m, "Range", inputs, (_count(bounds),), given, g.name("range"))


def _count(bounds: list[object]) -> Dim:
    if None in bounds:
        return None
    numbers = [bound for bound in bounds if isinstance(bound, (int, float))]
    if len(numbers) != len(bounds) or not numbers[2]:
        return UNSEEN
    return max(0, math.ceil((numbers[1] - numbers[0]) / numbers[2]))


@takes("start stop num name")
def _linspace(m: Machine, g: Given) -> Value:
    start, count = g("start"), g.number("num")
    inputs = tensor_inputs(m, start, g("stop"), g("num"))
    size: Dim = UNSEEN if isinstance(count, float) else count
    made = operation(m, "LinSpace", inputs, (size,), dtype_of(m, start), g.name("LinSpace"))
    return composed(made) if newer(m) else made


@takes("num_rows num_columns batch_shape dtype name")
def _eye(m: Machine, g: Given) -> Value:
    rows = g.number("num_rows")
    columns = g.number("num_columns", default=rows)
    batch = g("batch_shape")
    before = () if batch is None else constant_value_as_dims(m, batch)
    sizes = tuple(UNSEEN if isinstance(size, float) else size for size in (rows, columns))
    dims: Dims = (*before, *sizes) if isinstance(before, tuple) else before
    inputs = tensor_inputs(m, g("num_rows"), g("num_columns"), batch)
    return operation(m, "MatrixDiag", inputs, dims, dtype_given(m, g("dtype"), "float32"), g.name())


def _random(op: str, names: str, kind: str) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        shape = g("shape")
        dims = constant_value_as_dims(m, shape)
        given = dtype_given(m, g("dtype"), "float32")
        for number, name in enumerate(names.split()[1:3]):
            value = g(name, default=float(number) if op != "RandomUniform" else number)
            if value is not None:
                check_converted(m, op, value, given)
        made = operation(m, op, tensor_inputs(m, shape), dims, given, g.name(kind))
        return composed(made) if kind == "random_uniform" and newer(m) else made

    return model


def _distribution(names: str, *parameters: str) -> Model:
    """Random numbers whose shape follows that of the distribution's parameters."""

    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        from scopecheck.models.shapes import broadcast_all

        values = [g(name) for name in parameters]
        front = constant_value_as_dims(m, g("shape"))
        back = broadcast_all([() if one is None else shape_of(m, one) for one in values])
        dims: Dims = UNSEEN
        if isinstance(front, tuple) and isinstance(back, tuple):
            dims = (*front, *back)
        elif front is None or back is None:
            dims = None
        dtype = dtype_given(m, g("dtype"), common_dtype(m, *values) or "float32")
        return operation(m, "RandomGamma", tensor_inputs(m, g("shape"), *values), dims, dtype)

    return model


@takes("logits num_samples seed name output_dtype")
def _multinomial(m: Machine, g: Given) -> Value:
    logits, count = shape_of(m, g("logits")), g.number("num_samples")
    rows: Dim = logits[0] if isinstance(logits, tuple) and logits else UNSEEN
    rows = None if logits is None else rows
    size: Dim = UNSEEN if isinstance(count, float) else count
    dtype = dtype_given(m, g("output_dtype", "dtype"), "int64")
    inputs = tensor_inputs(m, g("logits"), g("num_samples"))
    return operation(m, "Multinomial", inputs, (rows, size), dtype, g.name())


@takes("value size seed name")
def _random_crop(m: Machine, g: Given) -> Value:
    value, size = g("value", "image"), g("size")
    wanted = constant_value_as_dims(m, size)
    dims = shape_of(m, value)
    if isinstance(wanted, tuple) and -1 in wanted:
        wanted = UNSEEN
    rank = len(dims) if isinstance(dims, tuple) else None
    if isinstance(wanted, tuple) and rank is not None and rank != len(wanted):
        wanted = UNSEEN
    inputs = sized_inputs(m, value, size)
    return operation(m, "Slice", inputs, wanted, dtype_of(m, value), g.name("random_crop"))


_NORMAL = _random("RandomStandardNormal", "shape mean stddev dtype seed name", "random_normal")
_UNIFORM = _random("RandomUniform", "shape minval maxval dtype seed name", "random_uniform")
_TRUNCATED = _random("TruncatedNormal", "shape mean stddev dtype seed name", "truncated_normal")

MODELS: dict[str, Model] = {
    "tf.placeholder": _placeholder,
    "tf.placeholder_with_default": _placeholder_with_default,
    "tf.sparse_placeholder": _sparse_placeholder,
    "tf.constant": _constant,
    "tf.convert_to_tensor": _convert_to_tensor,
    "tf.zeros": _filled("Fill", "zeros"),
    "tf.ones": _filled("Fill", "ones"),
    "tf.fill": _fill,
    "tf.zeros_like": _alike("ZerosLike", "zeros_like"),
    "tf.ones_like": _alike("OnesLike", "ones_like"),
    "tf.range": _range,
    "tf.linspace": _linspace,
    "tf.lin_space": _linspace,
    "tf.eye": _eye,
    "tf.linalg.eye": _eye,
    "tf.random_normal": _NORMAL,
    "tf.random.normal": _NORMAL,
    "tf.random_uniform": _UNIFORM,
    "tf.random.uniform": _UNIFORM,
    "tf.truncated_normal": _TRUNCATED,
    "tf.random.truncated_normal": _TRUNCATED,
    "tf.random.stateless_normal": _random("StatelessRandomNormal", "shape seed mean stddev", ""),
    "tf.random.stateless_uniform": _random("StatelessRandomUniform", "shape seed minval", ""),
    "tf.random_gamma": _distribution("shape alpha beta dtype seed name", "alpha", "beta"),
    "tf.random.gamma": _distribution("shape alpha beta dtype seed name", "alpha", "beta"),
    "tf.random_poisson": _distribution("lam shape dtype seed name", "lam"),
    "tf.random.poisson": _distribution("lam shape dtype seed name", "lam"),
    "tf.multinomial": _multinomial,
    "tf.random.multinomial": _multinomial,
    "tf.random.categorical": _multinomial,
    "tf.random_crop": _random_crop,
    "tf.image.random_crop": _random_crop,
}

__all__ = ["MODELS", "as_tensor"]
BEFORE_ONE: dict[str, Model] = {"tf.zeros_initializer": _zeros_initializer}
