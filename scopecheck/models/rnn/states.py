"""States of zeros, and what a step makes of its input and state.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``_zero_state_tensors`` and
``_check_rnn_cell_input_dtypes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import number_of
from scopecheck.models.layers.functions import as_tensor
from scopecheck.models.layers.refusals import fail_input, old
from scopecheck.models.layers.sizes import size
from scopecheck.models.one_graph import check_one_graph
from scopecheck.models.refusal import refuse_argument, state_of, traced_shape
from scopecheck.models.rnn.nest import flatten, map_structure
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import FLOATS, UNSEEN, Dim, Dims, Shape, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Error, Raised, Unknown, Value
from scopecheck.trace import Refusal, TensorFlowError, VariableRequested

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def size_dims(m: Machine, value: Value) -> tuple[Dim, ...] | None:
    """A state's or output's size without the batch; None where it isn't known."""
    if isinstance(value, Shape):
        return value.dims if isinstance(value.dims, tuple) else None
    if value is None or isinstance(value, Tensor):
        return None
    held = iterate(m, value) if not isinstance(value, (int, Unknown)) else None
    if held is not None:
        return tuple(size(m, one) for one in held.items)
    return (size(m, value),)


def batch_dim(m: Machine, batch: Value) -> Dim:
    """A batch size as a static dimension: None for a tensor that isn't constant."""
    number = number_of(m, batch)
    if isinstance(number, float):
        return int(number)
    return number if number is None or isinstance(number, int) else UNSEEN


def zero_state(
    m: Machine, sizes: Value, batch: Value, dtype: Value, by: str = "zero_state"
) -> Value:
    """Zeros of every size in a structure."""
    named = dtype_name(m, dtype)
    if batch is None:
        leaf = flatten(m, sizes)[0]
        message = (
            f"Provided a prefix or suffix of None: None and {leaf}"
            if old(m)
            else f"Prefix or suffix can't be None. Received prefix = None and suffix = {leaf}"
        )
        raise refuse_argument(m, by, "ValueError", message)
    first = batch_dim(m, batch)
    source = (batch,) if isinstance(batch, Tensor) else ()

    def zeros(one: Value) -> Value:
        rest = size_dims(m, one)
        dims: Dims = UNSEEN if rest is None else (first, *rest)
        return operation(m, "Zeros", source, dims, named)

    return map_structure(m, zeros, sizes)


def matrix(m: Machine, value: Value) -> Tensor:
    """An input or a part of a state as a tensor."""
    return value if isinstance(value, Tensor) else as_tensor(m, value)


def check_dtypes(m: Machine, by: str, *values: Value) -> None:
    """Cells take floating point inputs and states only."""
    for one in (leaf for value in values for leaf in flatten(m, value)):
        if isinstance(one, Tensor) and one.dtype is not None:
            check_dtype(m, by, one.dtype)


def check_dtype(m: Machine, by: str, dtype: str) -> None:
    """A dtype that a cell's activations take."""
    if dtype in FLOATS or dtype.startswith("complex"):
        return
    saw = "saw" if old(m) else "received"
    message = f"RNN cell only supports floating point inputs, but {saw} dtype: "
    raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", f"{message}<dtype: '{dtype}'>")


def joined(m: Machine, by: str, tensors: Sequence[Tensor]) -> tuple[Dim, Dim]:
    """Batch and width of matrices that are concatenated side by side."""
    dtypes = [one.dtype for one in tensors]
    if None not in dtypes and len(set(dtypes)) > 1:
        listed = ", ".join(str(one) for one in dtypes)
        message = (
            "Tensors in list passed to 'values' of 'ConcatV2' Op have types "
            f"[{listed}] that don't all match."
        )
        raise fail_input(m, by, Refusal.ARGUMENT, "TypeError", message)
    rows: list[tuple[Dim, ...]] = [shapes.spread(one.shape, 2) for one in tensors]
    batch: Dim = None
    for at, row in enumerate(rows):
        try:
            batch = row[0] if at == 0 else shapes.merge_size(batch, row[0])
        except ValueError:
            message = (
                f"Dimension 0 in both shapes must be equal, but are {batch} and {row[0]}. "
                "Shapes are …"
            )
            raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message) from None
    return batch, shapes.add_sizes(row[-1] for row in rows)


def product(m: Machine, by: str, tensors: Sequence[Tensor], kernel: Value, built: bool) -> Dim:
    """The batch of ``matmul(concat(tensors), kernel)``; ValueError where the sizes differ.

    built: whether the kernel is from an earlier call, so that the input is what differs.
    """
    batch, width = joined(m, by, tensors)
    dims = kernel.shape if isinstance(kernel, Tensor) else UNSEEN
    first = tensors[0]
    if isinstance(kernel, Tensor) and None not in (kernel.graph, first.graph):
        whole = Tensor((*first.key, "joined"), "ConcatV2", (first,), (batch, width), first.dtype)
        whole.graph = first.graph
        check_one_graph(m, (whole, kernel))
    rows: Dim = dims[0] if isinstance(dims, tuple) and len(dims) == 2 else UNSEEN
    if isinstance(rows, int) and isinstance(width, int) and rows != width:
        message = f"Dimensions must be equal, but are {width} and {rows} for …"
        if built and isinstance(kernel, VariableTensor) and isinstance(dims, tuple):
            raise other_width(m, by, kernel, (width, dims[1]), message)
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
    return batch


def other_width(
    m: Machine, by: str, kernel: VariableTensor, wanted: tuple[Dim, ...], message: str
) -> Raised:
    """A built cell that is given an input of another size: its weights don't fit."""
    record = kernel.record
    event = VariableRequested(
        m.site(),
        m.path(),
        record.name.removesuffix(":0"),
        "refused",
        by,
        state_of(scope_data(m)),
        traced_shape(wanted),
        kernel.dtype,
        variable=record,
    )
    error = TensorFlowError("ValueError", message)
    event = replace(event, refusal=Refusal.SHAPE, error=error)
    m.emit(event)
    return Raised(Error(builtin_type("ValueError"), (message,), event))


def broadcast_size(one: Dim, other: Dim) -> Dim:
    """A dimension of an elementwise operation."""
    made = shapes.broadcast((one,), (other,))
    return made[0] if isinstance(made, tuple) else UNSEEN
