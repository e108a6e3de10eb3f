"""The basic cells: what they build, and what one step gives.

Source: tensorflow/python/ops/rnn_cell_impl.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.callbacks import activate
from scopecheck.models.layers.custom_layers import LayerObject, add_weight, get, put
from scopecheck.models.layers.refusals import fail_input, old
from scopecheck.models.layers.sizes import size
from scopecheck.models.messages import shape_text
from scopecheck.models.named_functions import INITIALIZERS
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind, constructor
from scopecheck.models.rnn.nest import is_sequence, parts, state_tuple
from scopecheck.models.rnn.states import (
    broadcast_size,
    check_dtype,
    check_dtypes,
    matrix,
    product,
)
from scopecheck.models.store.initial import Initializer
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Shape, Tensor, operation, size_value
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.operators import binary
from scopecheck.symbolic.values import Extern, Unknown, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

ZEROS = Initializer("zeros")
TUPLE_NEEDED = (
    "You are attempting to use Python control flow in a layer that was not declared to be "
    "dynamic. Pass `dynamic=True` to the class constructor."
)


def depth_of(m: Machine, cell: LayerObject, inputs: Value) -> Dim:
    """The input's last dimension, which a cell's kernel needs."""
    if isinstance(inputs, Shape):
        dims: Dims = inputs.dims
    else:
        dims = inputs.shape if isinstance(inputs, Tensor) else UNSEEN
    dtype = get(m, cell, "dtype")
    last = dims[-1] if isinstance(dims, tuple) and dims else UNSEEN
    if last is None:
        saw = "saw" if old(m) else "received"
        shown = str(dims) if isinstance(dims, tuple) else shape_text(m, dims)
        message = f"Expected inputs.shape[-1] to be known, {saw} shape: {shown}"
        raise fail_input(m, cell.cls.name, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    if isinstance(dtype, DType):
        check_dtype(m, cell.cls.name, dtype.name)
    return last


def weight(
    m: Machine,
    cell: LayerObject,
    name: str,
    dims: tuple[Dim, ...],
    initializer: Value = None,
    attribute: str | None = None,
    shards: Value = None,
) -> Value:
    """``self._name = self.add_variable(name, ...)``; shards: into how many parts it is cut."""
    wanted = m.new_list([size_value(m, one) for one in dims])
    given: dict[str, Value] = {"initializer": initializer}
    if shards is not None:
        given["partitioner"] = m.call(Extern("tf.fixed_size_partitioner"), (shards,))
    made = add_weight(m, cell, Arguments((name, wanted), given))
    put(m, cell, **{attribute or "_" + name.replace("/", "_"): made})
    return made


def units(m: Machine, cell: LayerObject, name: str = "_num_units") -> Dim:
    """A number of units that the constructor was given."""
    return size(m, get(m, cell, name))


def times(count: int, one: Dim) -> Dim:
    """A multiple of a size."""
    return shapes.multiply((count, one))


def plus(*several: Dim) -> Dim:
    """A sum of sizes."""
    return shapes.add_sizes(several)


def weights_of(m: Machine, cell: LayerObject, *names: str) -> tuple[Value, ...]:
    """The weights among a cell's attributes."""
    held = (get(m, cell, name) for name in names)
    return tuple(one for one in held if one is not None)


def built_before(m: Machine, cell: LayerObject, inputs: Tensor) -> bool:
    """Whether the kernel was made for an input of another depth."""
    depth = get(m, cell, "<depth>")
    last = inputs.shape[-1] if isinstance(inputs.shape, tuple) and inputs.shape else UNSEEN
    return isinstance(depth, int) and isinstance(last, int) and depth != last


def activated(m: Machine, cell: LayerObject, tensor: Tensor) -> Tensor:
    """The cell's activation; a function of the program is called."""
    result = activate(m, cell.cls.name, get(m, cell, "_activation"), tensor)
    return result if isinstance(result, Tensor) else tensor


def unpacked(m: Machine, cell: LayerObject, state: Value, count: int) -> tuple[Value, ...]:
    """``c, h = state``: a single tensor can't be taken apart."""
    state = needed(m, state)
    held = parts(m, state) if is_sequence(state) else None
    if held is not None and len(held) == count:
        return held
    if isinstance(state, Tensor):
        raise fail_input(m, cell.cls.name, Refusal.ARGUMENT, "TypeError", TUPLE_NEEDED)
    return tuple(_part(m, state, at) for at in range(count))


def _part(m: Machine, state: Value, at: int) -> Value:
    key = state.key if isinstance(state, Unknown) else m.identity()
    return Tensor(("state", key, at), "State", (state,))


def square(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    """State and output of ``num_units``."""
    held = get(m, cell, "_num_units")
    return held, held


def lstm_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    """``LSTMStateTuple(c, h)``, or their sum where the state is one tensor."""
    n, projected = get(m, cell, "_num_units"), needed(m, get(m, cell, "_num_proj"))
    h = projected if projected else n
    if get(m, cell, "_state_is_tuple") is False:
        return binary(m, "+", n, h), h
    return state_tuple(n, h), h


def _build_rnn(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = depth_of(m, cell, inputs), units(m, cell)
    put(m, cell, **{"<depth>": depth})
    weight(m, cell, "kernel", (plus(depth, n), n))
    weight(m, cell, "bias", (n,), ZEROS)


def rnn_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    by = cell.cls.name
    check_dtypes(m, by, inputs, state)
    x, h = matrix(m, inputs), matrix(m, state)
    kernel = get(m, cell, "_kernel")
    batch = product(m, by, (x, h), kernel, built_before(m, cell, x))
    used = (x, h, *weights_of(m, cell, "_kernel", "_bias"))
    output = activated(m, cell, operation(m, by, used, (batch, units(m, cell)), x.dtype))
    return output, output


def _build_gru(m: Machine, cell: LayerObject, inputs: Value) -> None:
    depth, n = depth_of(m, cell, inputs), units(m, cell)
    put(m, cell, **{"<depth>": depth})
    kernel, bias = get(m, cell, "_kernel_initializer"), get(m, cell, "_bias_initializer")
    weight(m, cell, "gates/kernel", (plus(depth, n), times(2, n)), kernel, "_gate_kernel")
    ones = bias if bias is not None else Initializer("constant")
    weight(m, cell, "gates/bias", (times(2, n),), ones, "_gate_bias")
    weight(m, cell, "candidate/kernel", (plus(depth, n), n), kernel, "_candidate_kernel")
    zeros = bias if bias is not None else ZEROS
    weight(m, cell, "candidate/bias", (n,), zeros, "_candidate_bias")


def gru_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    by = cell.cls.name
    check_dtypes(m, by, inputs, state)
    x, h = matrix(m, inputs), matrix(m, state)
    kernel = get(m, cell, "_gate_kernel")
    batch = product(m, by, (x, h), kernel, built_before(m, cell, x))
    names = ("_gate_kernel", "_gate_bias", "_candidate_kernel", "_candidate_bias")
    used = (x, h, *weights_of(m, cell, *names))
    activated(m, cell, operation(m, by, used, (batch, units(m, cell)), x.dtype))
    output = operation(m, by, used, (batch, units(m, cell)), x.dtype)
    return output, output


def _build_lstm(m: Machine, cell: LayerObject, inputs: Value) -> None:
    """``kernel``, ``bias``, then the peepholes and the projection where there are any."""
    depth, n = depth_of(m, cell, inputs), units(m, cell)
    put(m, cell, **{"<depth>": depth})
    projected = get(m, cell, "_num_proj")
    h = n if projected is None else size(m, projected)
    initializer = get(m, cell, "_initializer")
    kernel = (plus(depth, h), times(4, n))
    weight(m, cell, "kernel", kernel, initializer, shards=get(m, cell, "_num_unit_shards"))
    weight(m, cell, "bias", (times(4, n),), ZEROS)
    if holds(m, get(m, cell, "_use_peepholes")):
        for name in ("w_f_diag", "w_i_diag", "w_o_diag"):
            weight(m, cell, name, (n,), initializer)
    if projected is not None:
        shards = get(m, cell, "_num_proj_shards")
        weight(m, cell, "projection/kernel", (n, h), initializer, "_proj_kernel", shards)


_LSTM_WEIGHTS = ("_kernel", "_bias", "_w_f_diag", "_w_i_diag", "_w_o_diag", "_proj_kernel")


def lstm_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``c`` and ``h`` from the gates; the state is a tuple or one tensor."""
    by = cell.cls.name
    check_dtypes(m, by, inputs, state)
    x, n = matrix(m, inputs), units(m, cell)
    projected = get(m, cell, "_num_proj")
    width = n if projected is None else size(m, projected)
    whole = get(m, cell, "_state_is_tuple") is False
    if whole:
        both = matrix(m, state)
        rows: Dim = both.shape[0] if isinstance(both.shape, tuple) and both.shape else UNSEEN
        c = Tensor((*both.key, "c"), "Slice", (both,), (rows, n), both.dtype)
        h = Tensor((*both.key, "h"), "Slice", (both,), (rows, width), both.dtype)
    else:
        c, h = (matrix(m, one) for one in unpacked(m, cell, state, 2))
    batch = product(m, by, (x, h), get(m, cell, "_kernel"), built_before(m, cell, x))
    used = (x, c, h, *weights_of(m, cell, *_LSTM_WEIGHTS))
    rows = shapes.spread(c.shape, 2)[0]
    batch = broadcast_size(batch, rows)
    for _ in range(2):  # what is new, and the new state
        activated(m, cell, operation(m, by, used, (batch, n), x.dtype))
    new_c = operation(m, by, used, (batch, n), x.dtype)
    output = operation(m, by, used, (batch, width), x.dtype)
    if whole:
        joined = operation(m, "ConcatV2", (new_c, output), (batch, plus(n, width)), x.dtype)
        return output, joined
    return output, state_tuple(new_c, output)


def check_activation(m: Machine, cell: LayerObject) -> None:
    """The constructor's look at the dtype; the activation that stands for None."""
    dtype = get(m, cell, "dtype")
    if isinstance(dtype, DType):
        saw = "saw" if old(m) else "received"
        if dtype.name.startswith(("int", "uint", "bool", "string")):
            message = f"RNN cell only supports floating point inputs, but {saw} dtype: {dtype!r}"
            raise refuse_argument(m, cell.cls.name, "ValueError", message)
    if get(m, cell, "_activation") is None:
        put(m, cell, _activation=Extern("tf.tanh"))
    name_initializers(m, cell)


def name_initializers(m: Machine, cell: LayerObject) -> None:
    """What the names of initializers mean, in a cell's constructor."""
    for name in ("_initializer", "_kernel_initializer", "_bias_initializer"):
        given = needed(m, get(m, cell, name))
        if isinstance(given, str) and given in INITIALIZERS:
            put(m, cell, **{name: Initializer(given)})


_TAIL = "reuse=None, name=None, dtype=None"
BASIC: tuple[CellKind, ...] = (
    CellKind(
        "BasicRNNCell",
        Signature(f"num_units, activation=None, {_TAIL}"),
        square,
        rnn_step,
        _build_rnn,
        check=check_activation,
        rank=2,
    ),
    CellKind(
        "GRUCell",
        Signature(
            "num_units, activation=None, reuse=None, kernel_initializer=None, "
            "bias_initializer=None, name=None, dtype=None"
        ),
        square,
        gru_step,
        _build_gru,
        check=check_activation,
        rank=2,
    ),
    CellKind(
        "BasicLSTMCell",
        Signature(f"num_units, forget_bias=1.0, state_is_tuple=True, activation=None, {_TAIL}"),
        lstm_sizes,
        lstm_step,
        _build_lstm,
        check=check_activation,
        rank=2,
    ),
    CellKind(
        "LSTMCell",
        Signature(
            "num_units, use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, "
            "proj_clip=None, num_unit_shards=None, num_proj_shards=None, forget_bias=1.0, "
            f"state_is_tuple=True, activation=None, {_TAIL}"
        ),
        lstm_sizes,
        lstm_step,
        _build_lstm,
        check=check_activation,
        rank=2,
    ),
)


def registered(kinds: tuple[CellKind, ...], *prefixes: str) -> dict[str, Model]:
    """The constructors under all the names of the modules that have them."""
    return {f"{one}.{kind.name}": constructor(kind) for kind in kinds for one in prefixes}


MODELS: dict[str, Model] = registered(BASIC, "tf.nn.rnn_cell", "tf.contrib.rnn")
