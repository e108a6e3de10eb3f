"""Fused cells, which are called with whole sequences, the time first.

Source: tensorflow/contrib/rnn/python/ops/lstm_ops.py, ``LSTMBlockFusedCell``;
tensorflow/contrib/rnn/python/ops/fused_rnn_cell.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.inputs.specs import InputSpec
from scopecheck.models.layers.custom_layers import get, put
from scopecheck.models.layers.objects import LayerClass, LayerOf, registered
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.kinds import built_before, plus, times, units, unpacked, weight
from scopecheck.models.rnn.linear import CONSTANT
from scopecheck.models.rnn.nest import parts, state_tuple
from scopecheck.models.rnn.states import broadcast_size, matrix, product
from scopecheck.models.shapes import spread
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Tensor, operation
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed, truth
from scopecheck.symbolic.values import Foreign, ListRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_BY = "LSTMBlockFusedCell"


def _check(m: Machine, layer: LayerOf) -> None:
    put(m, layer, _num_units=get(m, layer, "num_units"))
    put(m, layer, input_spec=InputSpec(None, 3, None, None, ()))


def _build(m: Machine, layer: LayerOf, inputs: Value) -> None:
    _check_list(m, layer, inputs)
    depth, n = spread(matrix(m, inputs).shape, 3)[-1], units(m, layer)
    if depth is None:
        message = "unsupported operand type(s) for +: 'NoneType' and 'int'"
        raise fail_input(m, _BY, Refusal.SHAPE_UNDEFINED, "TypeError", message)
    put(m, layer, **{"<depth>": depth})
    weight(m, layer, "kernel", (plus(depth, n), times(4, n)))
    weight(m, layer, "bias", (times(4, n),), CONSTANT)
    if holds(m, get(m, layer, "use_peephole")):
        for name in ("w_i_diag", "w_f_diag", "w_o_diag"):
            weight(m, layer, name, (n,))


def _check_list(m: Machine, layer: LayerOf, inputs: Value) -> None:
    """A list of inputs gets past none of the checks of a layer with one input."""
    inputs = needed(m, inputs)
    held = parts(m, inputs) if isinstance(inputs, ListRef) else None
    if held is None:
        return
    kind, message = "ValueError", "Shape … must have rank 3"
    if len(held) != 1:
        message = (
            f"Layer {get(m, layer, 'name')} expects 1 inputs, but it received {len(held)} input "
            "tensors. Inputs received: …"
        )
    elif len(spread(matrix(m, held[0]).shape, 3)) != 3:
        message = f"Input 0 of layer {get(m, layer, 'name')} is incompatible with the layer: …"
    elif get(m, layer, "built") is not True:
        kind, message = "AttributeError", "'list' object has no attribute 'dims'"
    raise fail_input(m, _BY, Refusal.ARGUMENT, kind, message)


_CALL = Signature("inputs, initial_state=None, dtype=None, sequence_length=None")


def _call(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    g = _CALL.bind(m, "call", a)
    _check_list(m, layer, g["inputs"])
    x, n, state = matrix(m, g["inputs"]), units(m, layer), needed(m, g["initial_state"])
    if state is None and g["dtype"] is None:
        message = "Either initial_state or dtype needs to be specified"
        raise refuse_argument(m, _BY, "ValueError", message)
    time, rows, depth = spread(x.shape, 3)
    held = [matrix(m, one) for one in unpacked(m, layer, state, 2)] if state is not None else []
    h = held[1] if held else operation(m, "Zeros", (), (rows, n), x.dtype)
    flat = operation(m, "Slice", (x,), (rows, depth), x.dtype)
    kernel = get(m, layer, "_kernel")
    batch = broadcast_size(product(m, _BY, (flat, h), kernel, built_before(m, layer, x)), rows)
    names = ("_bias", "_w_i_diag", "_w_f_diag", "_w_o_diag")
    more = [get(m, layer, one) for one in names]
    used = (x, *held, kernel, *(one for one in more if one is not None))
    outputs = operation(m, "BlockLSTM", used, (time, batch, n), x.dtype)
    final = (operation(m, "BlockLSTM", used, (batch, n), x.dtype) for _ in range(2))
    return outputs, state_tuple(*final)


_BLOCK = LayerClass(
    _BY,
    "tf.contrib.rnn",
    Signature(
        "num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, reuse=None, dtype=None, "
        "name=lstm_fused_cell"
    ),
    _call,
    _build,
    _check,
)


class FusedCell(Foreign):
    """An adaptor around a cell, or a fused cell that runs in reverse."""

    __slots__ = ("cell", "dynamic", "name")

    def __init__(self, name: str, cell: Value, dynamic: Value) -> None:
        self.name = name
        self.cell = cell
        self.dynamic = dynamic

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, FusedCell) and (self.name, self.cell) == (other.name, other.cell)
        return same and self.dynamic == getattr(other, "dynamic", None)

    def __hash__(self) -> int:
        return hash((self.name, self.cell))

    def call(self, m: Machine, args: Any) -> Value:
        """``cell(inputs, initial_state, dtype, sequence_length, scope)``."""
        g = _FUSED.bind(m, "__call__", args)
        return _adapted(m, self, g) if self.name == _ADAPTOR else _reversed(m, self, g)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The cell inside."""
        return self.cell if name == "_cell" else NotImplemented


_FUSED = Signature("inputs, initial_state=None, dtype=None, sequence_length=None, scope=None")
_ADAPTOR, _REVERSED = "FusedRNNCellAdaptor", "TimeReversedFusedRNN"


def _apply(m: Machine, name: str, *args: Value, **kwargs: Value) -> Value:
    return m.library.call(m, name, Arguments(args, kwargs))


def _adapted(m: Machine, fused: FusedCell, g: dict[str, Value]) -> Value:
    """``dynamic_rnn`` over one tensor or ``static_rnn`` over a list; what came as a list goes."""
    inputs = needed(m, g.pop("inputs"))
    listed, dynamic = isinstance(inputs, ListRef), bool(truth(m, fused.dynamic))
    if dynamic:
        inputs = _apply(m, "tf.stack", inputs) if listed else inputs
        both = _apply(m, "tf.nn.dynamic_rnn", fused.cell, inputs, time_major=True, **g)
    else:
        inputs = inputs if listed else _apply(m, "tf.unstack", inputs)
        both = _apply(m, "tf.nn.static_rnn", fused.cell, inputs, **g)
    if not isinstance(both, tuple) or listed is not dynamic:
        return both
    again = "tf.unstack" if dynamic else "tf.stack"
    return _apply(m, again, both[0]), both[1]


def _reversed(m: Machine, fused: FusedCell, g: dict[str, Value]) -> Value:
    lengths = g["sequence_length"]
    inputs = _turned(m, needed(m, g.pop("inputs")), lengths)
    both = m.call(fused.cell, (inputs,), **g)
    return (_turned(m, both[0], lengths), both[1]) if isinstance(both, tuple) else both


def _turned(m: Machine, value: Value, lengths: Value) -> Value:
    if isinstance(value, ListRef):
        held = parts(m, value)
        return m.new_list(tuple(reversed(held or ())), held is None)
    if not isinstance(value, Tensor):
        return value
    op = "ReverseV2" if lengths is None else "ReverseSequence"
    return operation(m, op, (value,), value.shape, value.dtype)


def _maker(name: str, arguments: str) -> Model:
    signature = Signature(arguments)

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "__init__", a)
        return FusedCell(name, g["cell"], g.get("use_dynamic_rnn"))

    return run


MODELS: dict[str, Model] = {
    **registered(_BLOCK),
    f"tf.contrib.rnn.{_ADAPTOR}": _maker(_ADAPTOR, "cell, use_dynamic_rnn=False"),
    f"tf.contrib.rnn.{_REVERSED}": _maker(_REVERSED, "cell"),
}
