"""What cells make while they are called: variables of the scope in force, linear maps, norms.

Source: tensorflow/contrib/rnn/python/ops/core_rnn_cell.py, ``_Linear``;
tensorflow/contrib/rnn/python/ops/rnn_cell.py, ``_norm``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.messages import shape_text
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import parts
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import product
from scopecheck.models.shapes import add_sizes, spread
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.tensors import Dim, DType, Tensor, dim_of, operation, size_value
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

CONSTANT = Initializer("constant")


def variable(
    m: Machine,
    by: str,
    name: str,
    dims: tuple[Dim, ...],
    dtype: str | None = None,
    initializer: Value = None,
) -> Value:
    """``get_variable`` as a cell calls it."""
    given: dict[str, Value] = {
        "name": name,
        "shape": m.new_list([size_value(m, one) for one in dims]),
        "dtype": DType(dtype) if dtype is not None else None,
        "initializer": initializer,
    }
    return request_variable(m, given, scope_data(m), by)


def width_of(m: Machine, by: str, tensors: Sequence[Tensor]) -> Dim:
    """The sum of the last dimensions, which must be known."""
    for one in tensors:
        dims = one.shape
        if isinstance(dims, tuple) and len(dims) != 2:
            message = "linear is expecting 2D arguments: …"
            raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
        if dims is None or (isinstance(dims, tuple) and dims[1] is None):
            message = (
                f"linear expects shape[1] to be provided for shape {shape_text(m, dims)}, but saw …"
            )
            raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    return add_sizes(spread(one.shape, 2)[1] for one in tensors)


def linear(
    m: Machine,
    by: str,
    tensors: Sequence[Tensor],
    width: Dim,
    bias: bool = True,
    cell: LayerObject | None = None,
    slot: str = "",
) -> Tensor:
    """``kernel`` and ``bias`` in the scope in force; a cell that keeps its map asks only once."""
    if m.world.before_one:
        used = (*tensors, *linear_before_one(m, by, tensors, width, bias))
        rows = spread(tensors[0].shape, 2)[0]
        return operation(m, "Add", used, (rows, width), tensors[0].dtype)
    held = get(m, cell, slot) if cell is not None else None
    built = held is not None
    if held is None:
        rows, dtype = width_of(m, by, tensors), tensors[0].dtype
        made = [variable(m, by, "kernel", (rows, width), dtype)]
        if bias:
            made.append(variable(m, by, "bias", (width,), dtype, CONSTANT))
        held = tuple(made)
        if cell is not None:
            put(m, cell, **{slot: held})
    batch = product(m, by, tensors, held[0], built)
    return operation(m, "BiasAdd", (*tensors, *held), (batch, width), tensors[0].dtype)


def linear_before_one(
    m: Machine,
    by: str,
    tensors: Sequence[Tensor],
    width: Dim,
    bias: bool = True,
    scope: Value = None,
) -> tuple[Value, ...]:
    """``Matrix`` and ``Bias``, in a scope that is called Linear unless another is given.

    Source: tensorflow/python/ops/rnn_cell.py of 0.12, ``_linear``.
    """
    for one in tensors:
        dims = one.shape
        if isinstance(dims, tuple) and (len(dims) != 2 or dims[1] is None):
            what = "is expecting 2D" if len(dims) != 2 else "expects shape[1] of"
            kind = Refusal.ARGUMENT if len(dims) != 2 else Refusal.SHAPE_UNDEFINED
            raise fail_input(m, by, kind, "ValueError", f"Linear {what} arguments: …")
    rows, dtype = add_sizes(spread(one.shape, 2)[1] for one in tensors), tensors[0].dtype

    def body(entered: Value) -> Value:
        made = [variable(m, by, "Matrix", (rows, width), dtype)]
        if bias:
            product(m, by, tensors, made[0], False)
            made.append(variable(m, by, "Bias", (width,), dtype, CONSTANT))
        return tuple(made)

    held: tuple[Value, ...] = opened(m, scope, "Linear", body)
    return held


def normalized(m: Machine, by: str, tensor: Tensor, scope: str, dtype: str | None = None) -> Tensor:
    """``gamma`` and ``beta`` in a scope of their own; ``layer_norm`` then asks for them again."""
    last = spread(tensor.shape, 2)[-1]

    def asked(names: tuple[str, ...], reuse: bool | None) -> Value:
        def body() -> Value:
            return tuple(variable(m, by, one, (last,), dtype, CONSTANT) for one in names)

        return in_scope(m, scope, "", reuse, body)

    made = asked(("gamma", "beta"), None)
    asked(("beta", "gamma"), True)
    return operation(m, "BatchNorm", (tensor, *made), tensor.shape, tensor.dtype)


_LINEAR = Signature("args, output_size, bias, bias_initializer=None, kernel_initializer=None")


def _linear(m: Machine, a: Arguments) -> Value:
    """``_linear``, which programs borrow: ``kernel`` and ``bias`` in the scope in force."""
    g = _LINEAR.bind(m, "_linear", a)
    given = needed(m, g["args"])
    held = (given,) if isinstance(given, Tensor) else parts(m, given)
    tensors = [one for one in held or () if isinstance(one, Tensor)]
    by = "tf.contrib.rnn._linear"
    if held is None or len(tensors) != len(held) or not tensors:
        m.undecided(by, "its arguments are not known", 1)
        return m.unknown("_linear(…)", not_none=True)
    return linear(m, by, tensors, dim_of(m, g["output_size"]), bool(m.truth(g["bias"])))


MODELS: dict[str, Model] = {"tf.contrib.rnn._linear": _linear}
