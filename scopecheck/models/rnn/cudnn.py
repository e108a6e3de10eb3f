"""``tf.contrib.cudnn_rnn``: layers with one opaque variable, and cells that fit their weights.

Source: tensorflow/contrib/cudnn_rnn/python/layers/cudnn_rnn.py;
tensorflow/contrib/cudnn_rnn/python/ops/cudnn_rnn_ops.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.inputs.specs import InputSpec
from scopecheck.models.layers.custom_layers import LISTS, STATE, LayerObject, get, put, state_of
from scopecheck.models.layers.functions import take_scope
from scopecheck.models.layers.objects import LayerClass, LayerOf, registered
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.messages import type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.cells import constructor as cell_constructor
from scopecheck.models.rnn.contrib_cells import block_step, build_block
from scopecheck.models.rnn.kinds import (
    ZEROS,
    activated,
    built_before,
    depth_of,
    lstm_sizes,
    plus,
    square,
    times,
    units,
    weight,
)
from scopecheck.models.rnn.linear import CONSTANT
from scopecheck.models.rnn.nest import parts
from scopecheck.models.rnn.states import matrix, product
from scopecheck.models.shapes import multiply, spread
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.tensors import Dim, DType, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import ListRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_DIRECTIONS = ("unidirectional", "bidirectional")
_MODES = ("linear_input", "skip_input", "auto_select")


def _check(m: Machine, layer: LayerOf) -> None:
    """The direction, the mode and the dtype are one of a few."""
    by = layer.cls.name
    direction, mode = (needed(m, get(m, layer, one)) for one in ("direction", "input_mode"))
    if isinstance(direction, str) and direction not in _DIRECTIONS:
        words = f"Invalid direction: {direction}, expecting {' or '.join(_DIRECTIONS)}"
        raise refuse_argument(m, by, "ValueError", words)
    if isinstance(mode, str) and mode not in _MODES:
        words = f"Invalid input_mode: {mode}, expect one of ({', '.join(_MODES)})"
        raise refuse_argument(m, by, "ValueError", words)
    dtype = get(m, layer, "dtype")
    if isinstance(dtype, DType) and dtype.name not in ("float16", "float32", "float64"):
        words = f"Only support float16, float32, float64, provided {dtype!r}"
        raise refuse_argument(m, by, "ValueError", words)
    put(m, layer, dtype=dtype or DType("float32"))


def _depth(m: Machine, by: str, x: Tensor) -> Dim:
    dims = spread(x.shape, 3)
    message = None
    if len(dims) != 3:
        message = f"Expecting input_shape with 3 dims, got {len(dims)}"
    elif dims[-1] is None:
        message = "The last dimension of the inputs to `CudnnRNN` should be defined. Found `None`."
    if message is not None:
        refusal = Refusal.ARGUMENT if len(dims) != 3 else Refusal.SHAPE_UNDEFINED
        raise fail_input(m, by, refusal, "ValueError", message)
    return dims[-1]


def _build(m: Machine, layer: LayerOf, inputs: Value) -> None:
    """``opaque_kernel``, which cuDNN alone knows the size of."""
    by = layer.cls.name
    depth = _depth(m, by, matrix(m, inputs))
    axes = ((-1, depth),) if isinstance(depth, int) else ()
    put(m, layer, input_size=depth, input_spec=InputSpec(None, 3, None, None, axes))
    dtype = get(m, layer, "dtype")
    named = dtype.name if isinstance(dtype, DType) else None
    given: dict[str, Value] = {
        "name": "opaque_kernel",
        "dtype": dtype,
        "initializer": operation(m, "CudnnRNNCanonicalToParams", (), None, named),
        "validate_shape": False,
    }
    state = state_of(m, layer)
    taken = take_scope(m, state.scope, state.reuse, None, state.base)
    put(m, layer, **{STATE: replace(state, scope=taken)})
    scope = {"name_or_scope": taken, "default_name": None, "values": None}
    context = construct(m, {**scope, "reuse": None})
    _, token = open_scope(m, context.given, m.site())
    try:
        made = request_variable(m, given, scope_data(m), by)
    finally:
        close_scope(m, token)
    put(m, layer, kernel=made, **{name: m.new_list((made,)) for name in LISTS})


_CALL = Signature(
    "inputs, initial_state=None, sequence_lengths=None, time_major=True, training=True"
)


def _call(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    g = _CALL.bind(m, "call", a)
    by, x, n, state = layer.cls.name, matrix(m, g["inputs"]), _units(m, layer), g["initial_state"]
    if isinstance(state, (Tensor, ListRef)) or type_name(state) not in (None, "tuple", "NoneType"):
        message = "Invalid initial_state type: …, expecting tuple."
        raise refuse_argument(m, by, "TypeError", message)
    held = parts(m, state) if isinstance(state, tuple) else None
    used = (x, get(m, layer, "kernel"), *(held or ()))
    first, second, _ = spread(x.shape, 3)
    ways = _ways(m, layer)
    outputs = operation(m, "CudnnRNN", used, (first, second, times(ways, n)), x.dtype)
    rows = second if g["time_major"] is not False else first
    dims = (multiply((units(m, layer, "num_layers"), ways)), rows, n)
    count = 2 if by == "CudnnLSTM" else 1
    return outputs, tuple(operation(m, "CudnnRNN", used, dims, x.dtype) for _ in range(count))


def _units(m: Machine, layer: LayerOf) -> Dim:
    return units(m, layer, "num_units")


def _ways(m: Machine, layer: LayerOf) -> int:
    return 2 if get(m, layer, "direction") == "bidirectional" else 1


def _layer(name: str) -> LayerClass:
    return LayerClass(
        name,
        "tf.contrib.cudnn_rnn",
        Signature(
            "num_layers, num_units, input_mode=linear_input, direction=unidirectional, "
            "dropout=0.0, seed=None, dtype=None, kernel_initializer=None, bias_initializer=None, "
            "name=None"
        ),
        _call,
        _build,
        _check,
        properties={"num_dirs": _ways},
    )


def _build_gru(m: Machine, cell: LayerObject, inputs: Value) -> None:
    """``GRUCell``'s gates; the candidate's weights for input and state are apart."""
    depth, n = depth_of(m, cell, inputs), units(m, cell)
    put(m, cell, **{"<depth>": depth})
    given = get(m, cell, "_kernel_initializer")
    weight(m, cell, "gates/kernel", (plus(depth, n), times(2, n)), given, "_gate_kernel")
    weight(m, cell, "gates/bias", (times(2, n),), CONSTANT, "_gate_bias")
    for name, rows in (("input", depth), ("hidden", n)):
        path = f"candidate/{name}_projection"
        weight(m, cell, f"{path}/kernel", (rows, n), given, f"_candidate_{name}_kernel")
    for name in ("input", "hidden"):
        path = f"candidate/{name}_projection"
        weight(m, cell, f"{path}/bias", (n,), ZEROS, f"_candidate_{name}_bias")


def _gru_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x, h, by = matrix(m, inputs), matrix(m, state), cell.cls.name
    names = [
        f"candidate_{one}_{part}" for one in ("input", "hidden") for part in ("kernel", "bias")
    ]
    made = [get(m, cell, f"_{one}") for one in ("gate_kernel", "gate_bias", *names)]
    batch = product(m, by, (x, h), made[0], built_before(m, cell, x))
    output = activated(m, cell, operation(m, by, (x, h, *made), (batch, units(m, cell)), x.dtype))
    return output, output


_CELLS = (
    CellKind(
        "CudnnCompatibleLSTMCell",
        Signature("num_units, reuse=None"),
        lstm_sizes,
        block_step,
        build_block,
        keywords=False,
        rank=2,
    ),
    CellKind(
        "CudnnCompatibleGRUCell",
        Signature("num_units, reuse=None, kernel_initializer=None"),
        square,
        _gru_step,
        _build_gru,
        keywords=False,
        rank=2,
    ),
)
_LAYERS = tuple(_layer(f"Cudnn{name}") for name in ("LSTM", "GRU", "RNNRelu", "RNNTanh"))
MODELS: dict[str, Model] = {
    **registered(*_LAYERS),
    **{f"tf.contrib.cudnn_rnn.{kind.name}": cell_constructor(kind) for kind in _CELLS},
}
