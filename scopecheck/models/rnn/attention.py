"""``AttentionWrapper`` and its mechanisms.

Source: tensorflow/contrib/seq2seq/python/ops/attention_wrapper.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind, constructor
from scopecheck.models.rnn.checks import check_cell
from scopecheck.models.rnn.linear import CONSTANT, variable
from scopecheck.models.rnn.nest import is_sequence, parts
from scopecheck.models.rnn.states import matrix, zero_state
from scopecheck.models.rnn.wrappers import (
    called,
    output_size,
    side_by_side,
    state_size,
    wrapped,
    zeros_of,
)
from scopecheck.models.shapes import spread
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Dim, Dims, DType, Shape, Tensor, operation, size_value
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Builtin, Extern, Foreign, Unknown, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class StateClass(RecordClass):
    """The class of ``AttentionWrapperState``."""

    __slots__ = ()

    def call(self, m: Machine, args: Arguments) -> Value:
        """Makes a state."""
        made = super().call(m, args)
        return WrapperState(self, made.values) if isinstance(made, Record) else made


STATE = StateClass(
    "AttentionWrapperState",
    ("cell_state", "attention", "time", "alignments", "alignment_history", "attention_state"),
    (),
)


class WrapperState(Record):
    """An ``AttentionWrapperState``: a named tuple that can be cloned."""

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A field, or ``clone(cell_state=...)``."""
        if name in ("clone", "_replace"):
            return Builtin(name, lambda m, a: self._replaced(a))
        return super().get_attribute(m, name)

    def _replaced(self, a: Arguments) -> Value:
        pairs = dict(zip(self.kind.fields, self.values, strict=True))
        return WrapperState(self.kind, tuple({**pairs, **a.kwargs}.values()))


@dataclass(frozen=True, slots=True)
class MechanismKind:
    """A class of attention mechanisms: the scope of its call, the layers it has."""

    name: str
    scope: str
    signature: Signature
    query: bool


class Mechanism(Foreign):
    """An attention over a memory; its layers are tf.layers' own."""

    __slots__ = ("given", "keys", "kind", "memory_layer", "place", "query_layer", "values")

    def __init__(
        self,
        kind: MechanismKind,
        given: dict[str, Value],
        place: int,
        layers: tuple[Value, Value],
        tensors: tuple[Tensor, Tensor],
    ) -> None:
        self.kind = kind
        self.given = given
        self.place = place
        self.memory_layer, self.query_layer = layers
        self.keys, self.values = tensors

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mechanism) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("mechanism", self.place))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``values``, ``keys``, ``alignments_size``, ``memory_layer`` …"""
        if name in ("values", "keys", "memory_layer", "query_layer"):
            return getattr(self, name)
        if name in ("alignments_size", "state_size"):
            return self.length(m)
        if name == "batch_size":
            return size_value(m, spread(self.values.shape, 3)[0])
        if name == "dtype":
            return DType(self.values.dtype or "float32")
        if name in ("initial_alignments", "initial_state"):
            return Builtin(name, lambda m, a: zero_state(m, self.length(m), *a.args))
        return NotImplemented

    def length(self, m: Machine) -> Value:
        """How many places the memory has: a number, or a tensor."""
        length = spread(self.values.shape, 3)[1]
        if length is None:
            return operation(m, "StridedSlice", (self.values,), (), "int32")
        return size_value(m, length)

    def call(self, m: Machine, args: Any) -> Value:
        """``mechanism(query, state)``: alignments, twice."""
        query = matrix(m, args.args[0] if args.args else args.kwargs.get("query"))
        return in_scope(m, None, self.kind.scope, None, lambda: self._score(m, query))

    def _score(self, m: Machine, query: Tensor) -> Value:
        made: list[Value] = [query, self.keys]
        by, dtype = self.kind.name, query.dtype
        if self.query_layer is not None:
            made.append(call_value(m, self.query_layer, Arguments((query,))))
            width = size(m, self.given["num_units"])
            made.append(variable(m, by, "attention_v", (width,), dtype))
            if holds(m, self.given["normalize"]):
                made.append(variable(m, by, "attention_g", (), dtype, CONSTANT))
                made.append(variable(m, by, "attention_b", (width,), dtype, CONSTANT))
        else:
            if holds(m, self.given["scale"]):
                made.append(variable(m, by, "attention_g", (), dtype, CONSTANT))
            self._check_depth(m, query)
        if "mode" in self.given:
            made.append(variable(m, by, "attention_score_bias", (), dtype, CONSTANT))
        rows, length = spread(query.shape, 2)[0], spread(self.keys.shape, 3)[1]
        alignments = operation(m, "Softmax", tuple(made), (rows, length), dtype)
        return alignments, alignments

    def _check_depth(self, m: Machine, query: Tensor) -> None:
        depth, other = spread(query.shape, 2)[-1], spread(self.keys.shape, 3)[-1]
        if isinstance(depth, int) and isinstance(other, int) and depth != other:
            message = "Incompatible or unknown inner dimensions between query and keys.  Query (…"
            raise fail_input(m, self.kind.name, Refusal.ARGUMENT, "ValueError", message)


def _dense(m: Machine, units: Value, name: str, dtype: Value) -> Value:
    named = dtype if dtype is not None else DType("float32")
    layer = Extern("tf.layers.Dense")
    return m.call(layer, (units,), name=name, use_bias=False, dtype=named)


def _mechanism(kind: MechanismKind) -> Model:
    def run(m: Machine, a: Arguments) -> Value:
        given = kind.signature.bind(m, "__init__", a)
        dtype = given.get("dtype")
        query = _dense(m, given["num_units"], "query_layer", dtype) if kind.query else None
        memory = _dense(m, given["num_units"], "memory_layer", dtype)
        values = matrix(m, given["memory"])
        _check_memory(m, kind, values)
        used = (values, given.get("memory_sequence_length"))
        masked = used[1] is not None
        if masked:
            values = operation(m, "Mul", used, values.shape, values.dtype)
        keys = matrix(m, call_value(m, memory, Arguments((values,))))
        place = m.allocate(None)
        return Mechanism(kind, given, place, (memory, query), (keys, values))

    return run


def _check_memory(m: Machine, kind: MechanismKind, memory: Tensor) -> None:
    dims = memory.shape
    if isinstance(dims, tuple) and None in dims[2:]:
        message = "Expected memory … to have fully defined inner dims, but saw shape: …"
        raise fail_input(m, kind.name, Refusal.SHAPE_UNDEFINED, "ValueError", message)


_HEAD = "num_units, memory, memory_sequence_length=None, "
_TAIL = (
    "probability_fn=None, score_mask_value=None, dtype=None, custom_key_value_fn=None, name=None"
)
_MONOTONIC = (
    "score_mask_value=None, sigmoid_noise=0.0, sigmoid_noise_seed=None, score_bias_init=0.0, "
    "mode=parallel, dtype=None, name=None"
)
MECHANISMS = (
    MechanismKind(
        "LuongAttention", "luong_attention", Signature(f"{_HEAD}scale=False, {_TAIL}"), False
    ),
    MechanismKind(
        "BahdanauAttention",
        "bahdanau_attention",
        Signature(f"{_HEAD}normalize=False, {_TAIL}"),
        True,
    ),
    MechanismKind(
        "LuongMonotonicAttention",
        "luong_monotonic_attention",
        Signature(f"{_HEAD}scale=False, {_MONOTONIC}"),
        False,
    ),
    MechanismKind(
        "BahdanauMonotonicAttention",
        "bahdanau_monotonic_attention",
        Signature(f"{_HEAD}normalize=False, {_MONOTONIC}"),
        True,
    ),
)


def mechanisms_of(m: Machine, cell: LayerObject) -> tuple[Value, ...]:
    """The mechanisms, one or several."""
    held = get(m, cell, "_attention_mechanism")
    return (parts(m, held) or ()) if is_sequence(held) else (held,)


def _check_wrapper(m: Machine, cell: LayerObject) -> None:
    by = cell.cls.name
    check_cell(m, by, "cell", wrapped(m, cell))
    found = mechanisms_of(m, cell)
    if any(not isinstance(one, Mechanism) for one in found):
        if not any(isinstance(one, (Unknown, Foreign)) or hasattr(one, "cls") for one in found):
            message = (
                "attention_mechanism must be an AttentionMechanism or list of multiple "
                "AttentionMechanism instances, saw type: …"
            )
            raise refuse_argument(m, by, "TypeError", message)
        m.undecided(by, "the attention mechanism is not known", 1)
        put(m, cell, _attention_mechanism=())
        found = ()
    _make_layers(m, cell, found)


def _make_layers(m: Machine, cell: LayerObject, found: tuple[Value, ...]) -> None:
    by = cell.cls.name
    width, layer = get(m, cell, "_attention_layer_size"), get(m, cell, "_attention_layer")
    if width is not None and layer is not None:
        message = "Only one of attention_layer_size and attention_layer should be set"
        raise refuse_argument(m, by, "ValueError", message)
    layers: tuple[Value, ...] | None = None
    if width is not None:
        widths = (parts(m, width) or ()) if is_sequence(width) else (width,)
        if len(widths) != len(found) and found:
            message = (
                "If provided, attention_layer_size must contain exactly one integer per "
                f"attention_mechanism, saw: {len(widths)} vs {len(found)}"
            )
            raise refuse_argument(m, by, "ValueError", message)
        pairs = zip(widths, found, strict=False)
        layers = tuple(
            _dense(m, one, "attention_layer", DType(mechanism.values.dtype or "float32"))
            for one, mechanism in pairs
        )
    elif layer is not None:
        layers = (parts(m, layer) or ()) if is_sequence(layer) else (layer,)
    put(m, cell, _attention_layers=layers)


def _width(m: Machine, cell: LayerObject) -> Value:
    """The size of the attention: what the layers give, or the memory's depth."""
    from scopecheck.models.layers.functions import Layer
    from scopecheck.symbolic.operators import binary

    layers, total = get(m, cell, "_attention_layers"), 0
    for at, mechanism in enumerate(mechanisms_of(m, cell)):
        layer = layers[at] if layers and at < len(layers) else None
        if isinstance(layer, Layer):
            width: Value = layer.given.get("units")
        elif layer is not None:
            width = m.unknown("the size of the attention layer", kind="int")
        else:
            width = size_value(m, spread(mechanism.values.shape, 3)[-1])
        total = binary(m, "+", total, width)
    return total


def _sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    width, inner = _width(m, cell), wrapped(m, cell)
    lengths = [one.length(m) for one in mechanisms_of(m, cell)]
    whole = _one_or_all(m, cell, lengths)
    history = whole if get(m, cell, "_alignment_history") is True else ()
    state = WrapperState(STATE, (state_size(m, inner), width, Shape(()), whole, history, whole))
    shown = get(m, cell, "_output_attention")
    return state, output_size(m, inner) if shown is False else width


def _one_or_all(m: Machine, cell: LayerObject, items: list[Value]) -> Value:
    several = is_sequence(get(m, cell, "_attention_mechanism"))
    return tuple(items) if several or len(items) != 1 else items[0]


def _zeros(m: Machine, cell: LayerObject, batch: Value, dtype: Value) -> Value:
    given = get(m, cell, "_initial_cell_state")
    inner = given if given is not None else zeros_of(m, wrapped(m, cell), batch, dtype)
    found = mechanisms_of(m, cell)
    rows = [zero_state(m, one.length(m), batch, dtype) for one in found]
    rows = [_bounded(m, one, zero) for one, zero in zip(found, rows, strict=True)]
    aligned = _one_or_all(m, cell, rows)
    history = aligned if get(m, cell, "_alignment_history") is True else ()
    attention = zero_state(m, _width(m, cell), batch, dtype)
    time = operation(m, "Zeros", (), (), "int32")
    return WrapperState(STATE, (inner, attention, time, aligned, history, aligned))


def _bounded(m: Machine, mechanism: Value, zero: Value) -> Value:
    """Alignments over a memory of a length that TensorFlow doesn't know."""
    length = mechanism.length(m)
    if isinstance(length, Tensor) and isinstance(zero, Tensor):
        rows: Dim = spread(zero.shape, 2)[0]
        return operation(m, "Zeros", (length,), (rows, None), zero.dtype)
    return zero


def _step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """The cell on input and attention; every mechanism on its output."""
    by, inner = cell.cls.name, wrapped(m, cell)
    if not (isinstance(state, Record) and state.kind is STATE):
        if not isinstance(state, Unknown):
            message = (
                "Expected state to be instance of AttentionWrapperState. Received type … instead."
            )
            raise fail_input(m, by, Refusal.ARGUMENT, "TypeError", message)
        m.undecided(by, "the state is not known", 1)
        return m.unknown("output"), m.unknown("state")
    held = dict(zip(STATE.fields, state.values, strict=True))
    function = get(m, cell, "_cell_input_fn")
    pair = (inputs, held["attention"])
    mixed = side_by_side(m, list(pair)) if function is None else m.call(function, pair)
    output, new = called(m, inner, mixed, held["cell_state"])
    attentions, alignments = [], []
    for at, mechanism in enumerate(mechanisms_of(m, cell)):
        attention, aligned = _attended(m, cell, mechanism, output, at)
        attentions.append(attention)
        alignments.append(aligned)
    attention = side_by_side(m, attentions) if attentions else m.unknown("the attention")
    aligned = _one_or_all(m, cell, alignments)
    time = operation(m, "AddV2", (held["time"],), (), "int32")
    history = aligned if held["alignment_history"] != () else ()
    after = WrapperState(STATE, (new, attention, time, aligned, history, aligned))
    shown = get(m, cell, "_output_attention")
    return (output if shown is False else attention), after


def _attended(
    m: Machine, cell: LayerObject, mechanism: Value, output: Value, at: int
) -> tuple[Value, Value]:
    """The context that a mechanism reads, through its layer where it has one."""
    alignments, _ = mechanism.call(m, Arguments((output,)))
    rows = spread(matrix(m, output).shape, 2)[0]
    dims: Dims = (rows, spread(mechanism.values.shape, 3)[-1])
    context = operation(m, "Squeeze", (alignments, mechanism.values), dims, mechanism.values.dtype)
    layers = get(m, cell, "_attention_layers")
    if not layers or at >= len(layers):
        return context, alignments
    both = side_by_side(m, [output, context])
    return call_value(m, layers[at], Arguments((both,))), alignments


WRAPPER = CellKind(
    "AttentionWrapper",
    Signature(
        "cell, attention_mechanism, attention_layer_size=None, alignment_history=False, "
        "cell_input_fn=None, output_attention=True, initial_cell_state=None, name=None, "
        "attention_layer=None, attention_fn=None, dtype=None"
    ),
    _sizes,
    _step,
    opens=True,
    check=_check_wrapper,
    zero=_zeros,
    keywords=False,
)
MODELS: dict[str, Model] = {
    "tf.contrib.seq2seq.AttentionWrapper": constructor(WRAPPER),
    **{f"tf.contrib.seq2seq.{kind.name}": _mechanism(kind) for kind in MECHANISMS},
}
CONSTANTS: dict[str, Value] = {"tf.contrib.seq2seq.AttentionWrapperState": STATE}
