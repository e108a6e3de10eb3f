"""The weights of Keras's recurrent layers and of the cells that they run.

Source: tensorflow/python/keras/layers/recurrent.py, cudnn_recurrent.py and
convolutional_recurrent.py of 1.15; tf_keras/src/layers/rnn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.layers.sizes import padding_of, size, sizes, window
from scopecheck.models.ops.operands import without_room
from scopecheck.models.shapes import multiply
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine

    Planner = Callable[["Machine", dict[str, Value], Tensor], Plan]

CELL_OF = {
    "LSTM": "LSTMCell",
    "GRU": "GRUCell",
    "SimpleRNN": "SimpleRNNCell",
    "ConvLSTM2D": "ConvLSTM2DCell",
}
"""The cell that a layer makes for itself: 1.15 counts it among those without a name."""


def _layer(gates: int, cell: str) -> Planner:
    """``LSTM`` and its like: TensorFlow 2's have their weights in the cell's name scope."""
    build = _cell(gates, cell)

    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        prefix = "" if m.world.tensorflow == "1.15" else f"{cell}/"
        inner = build(m, g, step_of(x))
        weights = tuple(Weight(f"{prefix}{one.name}", one.dims, one.dtype) for one in inner.weights)
        return Plan(weights, over_time(m, g, x, inner.output), x.dtype, states=inner.states)

    return plan


def step_of(x: Tensor, major: bool = False) -> Tensor:
    """What a cell is given of a sequence at each step."""
    dims: Dims = UNSEEN
    if isinstance(x.shape, tuple) and len(x.shape) > 1:
        dims = x.shape[1:] if major else (x.shape[0], *x.shape[2:])
    return Tensor((*x.key, "step"), "TensorArrayReadV3", (x,), dims, x.dtype)


def over_time(m: Machine, g: dict[str, Value], x: Tensor, output: Dims) -> Dims:
    """The shape of what a layer gives whose cell gives this at each step."""
    whole, major = (needed(m, g.get(name, False)) for name in ("return_sequences", "time_major"))
    if not isinstance(output, tuple) or not isinstance(whole, bool) or not output:
        return UNSEEN
    if not whole:
        return output
    if not isinstance(x.shape, tuple) or len(x.shape) < 2 or not isinstance(major, bool):
        return UNSEEN
    return (*x.shape[:2], *output[1:])


def _cell(gates: int, cell: str) -> Planner:
    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        units = size(m, g["units"])
        wide = multiply((units, gates))
        dtype = DType(x.dtype or "float32")
        last: Dim = x.shape[-1] if isinstance(x.shape, tuple) and x.shape else UNSEEN
        weights = [
            Weight("kernel", (last, wide), dtype),
            Weight("recurrent_kernel", (units, wide), dtype),
        ]
        if holds(m, g["use_bias"]):
            weights.append(Weight("bias", _bias(m, g, wide, cell), dtype))
        batch: Dim = x.shape[0] if isinstance(x.shape, tuple) and x.shape else UNSEEN
        output: Dims = (batch, units) if isinstance(x.shape, tuple) else UNSEEN
        states = 2 if cell == "lstm_cell" else 1
        return Plan(tuple(weights), output, x.dtype, states=((batch, units),) * states)

    return plan


def _bias(m: Machine, g: dict[str, Value], wide: Dim, cell: str) -> Any:
    """A GRU's bias is twice as many where it resets after the product."""
    # compat.v1's GRU of TensorFlow 2 and the other one differ in their default
    other = None if cell == "gru_cell" and m.world.tensorflow != "1.15" else False
    reset = needed(m, g.get("reset_after", other))
    if not isinstance(reset, bool):
        return UNSEEN
    return (2, wide) if cell == "gru_cell" and reset else (wide,)


def _cudnn(gates: int) -> Planner:
    """``CuDNNLSTM`` and ``CuDNNGRU``: two biases, one after the other, always."""

    def plan(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
        units = size(m, g["units"])
        wide = multiply((units, gates))
        dtype = DType(x.dtype or "float32")
        batch: Dim = UNSEEN
        last: Dim = UNSEEN
        if isinstance(x.shape, tuple) and len(x.shape) == 3:
            batch, _, last = x.shape
        weights = (
            Weight("kernel", (last, wide), dtype),
            Weight("recurrent_kernel", (units, wide), dtype),
            Weight("bias", (multiply((2, wide)),), dtype),
        )
        states = ((batch, units),) * (2 if gates == 4 else 1)
        return Plan(weights, over_time(m, g, x, (batch, units)), x.dtype, states=states)

    return plan


def _conv_lstm(m: Machine, g: dict[str, Value], x: Tensor) -> Plan:
    """``ConvLSTM2D``: a convolution of each step's image and one of the state."""
    first = channels_first(m, g["data_format"])
    step = step_of(x).shape
    known = isinstance(step, tuple) and len(step) == 4
    channels = channels_of(step, first) if known else UNSEEN
    filters = size(m, g["filters"])
    wide = multiply((filters, 4))
    kernel, strides = sizes(m, g["kernel_size"], 2), sizes(m, g["strides"], 2)
    dilation, padding = sizes(m, g["dilation_rate"], 2), padding_of(m, g["padding"])
    dtype = DType(x.dtype or "float32")
    weights = [
        Weight("kernel", (*kernel, channels, wide), dtype),
        Weight("recurrent_kernel", (*kernel, filters, wide), dtype),
    ]
    if holds(m, g["use_bias"]):
        weights.append(Weight("bias", (wide,), dtype))
    output: Dims = UNSEEN
    fault: str | None = None
    if known and isinstance(step, tuple) and first is not None:
        space = step[2:] if first else step[1:3]
        if padding == "valid":
            fault = without_room(space, kernel, dilation)
        rows = zip(space, kernel, strides, dilation, strict=True)
        shrunk = tuple(window(n, k, s, padding, d) for n, k, s, d in rows)
        output = (step[0], filters, *shrunk) if first else (step[0], *shrunk, filters)
    states = (output, output)
    return Plan(tuple(weights), over_time(m, g, x, output), x.dtype, None, states, fault)


_UNITS = (
    "units activation recurrent_activation use_bias kernel_initializer recurrent_initializer "
    "bias_initializer"
).split()
_SIMPLE = [name for name in _UNITS if name != "recurrent_activation"]
_GIVEN: dict[str, Any] = {**dict.fromkeys(_UNITS[1:]), "use_bias": True}
_CUDNN = ("units", "kernel_initializer", "recurrent_initializer", "bias_initializer")
_CONV: dict[str, Any] = {
    "strides": 1,
    "padding": "valid",
    "data_format": None,
    "dilation_rate": 1,
    "activation": None,
    "recurrent_activation": None,
    "use_bias": True,
}
_GATES = {"LSTM": (4, "lstm_cell"), "GRU": (3, "gru_cell"), "SimpleRNN": (1, "simple_rnn_cell")}


def _names(kind: str) -> tuple[str, ...]:
    return tuple(_SIMPLE if kind == "SimpleRNN" else _UNITS)


LAYERS: dict[str, tuple[tuple[str, ...], dict[str, Any], Planner]] = {
    **{kind: (_names(kind), _GIVEN, _layer(*_GATES[kind])) for kind in _GATES},
    "CuDNNLSTM": (_CUDNN, dict.fromkeys(_CUDNN[1:]), _cudnn(4)),
    "CuDNNGRU": (_CUDNN, dict.fromkeys(_CUDNN[1:]), _cudnn(3)),
    "ConvLSTM2D": (("filters", "kernel_size", *_CONV), _CONV, _conv_lstm),
}
CELLS: dict[str, tuple[tuple[str, ...], dict[str, Any], Planner]] = {
    f"{kind}Cell": (_names(kind), _GIVEN, _cell(*_GATES[kind])) for kind in _GATES
}
RECURRENT = {**LAYERS, **CELLS}
