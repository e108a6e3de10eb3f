"""Decoders, ``dynamic_decode``, beams and the loss over a sequence.

Source: tensorflow/contrib/seq2seq/python/ops/basic_decoder.py, beam_search_decoder.py,
decoder.py and loss.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.checks import check_cell
from scopecheck.models.rnn.helpers import Helper, embedded, vector
from scopecheck.models.rnn.loops import check_structure
from scopecheck.models.rnn.nest import map_structure
from scopecheck.models.rnn.scopes import in_loop, left_loop, loop_variables
from scopecheck.models.rnn.states import matrix
from scopecheck.models.rnn.wrappers import called
from scopecheck.models.shapes import multiply, spread
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import DictRef, Foreign, ListRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

OUTPUT = RecordClass("BasicDecoderOutput", ("rnn_output", "sample_id"), ())
BEAM_OUTPUT = RecordClass("BeamSearchDecoderOutput", ("scores", "predicted_ids", "parent_ids"), ())
FINAL = RecordClass(
    "FinalBeamSearchDecoderOutput", ("predicted_ids", "beam_search_decoder_output"), ()
)
BEAM_STATE = RecordClass(
    "BeamSearchDecoderState",
    ("cell_state", "log_probs", "finished", "lengths", "accumulated_attention_probs"),
    (),
)
BASIC = Signature("cell, helper, initial_state, output_layer=None")
BEAM = Signature(
    "cell, embedding, start_tokens, end_token, initial_state, beam_width, output_layer=None, "
    "length_penalty_weight=0.0, coverage_penalty_weight=0.0, reorder_tensor_arrays=True"
)
DECODE = Signature(
    "decoder, output_time_major=False, impute_finished=False, maximum_iterations=None, "
    "parallel_iterations=32, swap_memory=False, scope=None"
)


class Decoder(Foreign):
    """A ``BasicDecoder``, or a ``BeamSearchDecoder`` where it has the first beam's input."""

    __slots__ = ("batch", "first", "given", "place")

    def __init__(
        self, given: dict[str, Value], place: int, first: Value = None, batch: Dim = None
    ) -> None:
        self.given = given
        self.place = place
        self.first = first
        self.batch = batch

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decoder) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("decoder", self.place))

    def inputs(self, m: Machine) -> Value:
        """The input of the first step."""
        helper = self.given.get("helper")
        return helper.initialize(m) if isinstance(helper, Helper) else self.first

    def step(self, m: Machine, inputs: Value, state: Value) -> tuple[Value, Value]:
        """The cell, the output layer, the next input."""
        outputs, new = called(m, self.given["cell"], inputs, state)
        layer = self.given["output_layer"]
        if layer is not None:
            outputs = call_value(m, layer, Arguments((outputs,)))
        helper = self.given.get("helper")
        if isinstance(helper, Helper):
            helper.next_inputs(m, outputs, new)
        elif "beam_width" in self.given:
            width = size(m, self.given["beam_width"])
            words = operation(m, "Cast", (matrix(m, outputs),), (self.batch, width), "int32")
            embedded(m, self.given["embedding"], words)
        return outputs, new


def _basic_decoder(m: Machine, a: Arguments) -> Value:
    """``BasicDecoder(cell, helper, initial_state, output_layer=None)``."""
    given = BASIC.bind(m, "__init__", a)
    check_cell(m, "BasicDecoder", "cell", given["cell"])
    helper = needed(m, given["helper"])
    if helper is None or isinstance(helper, (Tensor, ListRef, DictRef, tuple, int, str)):
        message = "helper must be a Helper, received: …"
        raise refuse_argument(m, "BasicDecoder", "TypeError", message)
    if not isinstance(helper, Helper):
        m.undecided("BasicDecoder", "the helper is not known", 1)
    batch = helper.batch if isinstance(helper, Helper) else UNSEEN
    return Decoder(given, m.allocate(None), m.unknown("inputs"), batch)


def _beam_decoder(m: Machine, a: Arguments) -> Value:
    """``BeamSearchDecoder(cell, embedding, start_tokens, ...)``: looks the first words up."""
    given, by = BEAM.bind(m, "__init__", a), "BeamSearchDecoder"
    check_cell(m, by, "cell", given["cell"])
    words = vector(m, by, given["start_tokens"], "start_tokens must be a vector")
    batch, width = spread(words.shape, 1)[0], size(m, given["beam_width"])
    tiled = operation(m, "Tile", (words,), (batch, width), "int32")
    looked = matrix(m, embedded(m, given["embedding"], tiled))
    return Decoder(given, m.allocate(None), _merged(m, looked, batch, width), batch)


def _merged(m: Machine, value: Tensor, batch: Dim, width: Dim) -> Tensor:
    """Batch and beams as one dimension."""
    rest: Dims = value.shape[2:] if isinstance(value.shape, tuple) else UNSEEN
    dims: Dims = (multiply((batch, width)), *rest) if isinstance(rest, tuple) else UNSEEN
    return operation(m, "Reshape", (value,), dims, value.dtype)


def dynamic_decode(m: Machine, a: Arguments) -> Value:
    """``dynamic_decode(decoder, ...)``: outputs, last state, lengths."""
    g = DECODE.bind(m, "dynamic_decode", a)
    decoder = needed(m, g["decoder"])
    if not isinstance(decoder, Decoder):
        if decoder is None or isinstance(decoder, (Tensor, ListRef, tuple, int, str)):
            message = "Expected decoder to be type Decoder, but saw: …"
            raise refuse_argument(m, "dynamic_decode", "TypeError", message)
        m.undecided("dynamic_decode", "the decoder is not known", 1)
        return tuple(m.unknown(one, not_none=True) for one in ("outputs", "state", "lengths"))
    return in_scope(m, g["scope"], "decoder", None, lambda: _decode(m, g, decoder))


def _decode(m: Machine, g: dict[str, Value], decoder: Decoder) -> Value:
    state, inputs = decoder.given["initial_state"], decoder.inputs(m)

    def body() -> Value:
        inside = loop_variables(m, (inputs, state))
        return decoder.step(m, inside[0], inside[1])

    outputs, new = in_loop(m, body)
    check_structure(m, "dynamic_decode", state, new)
    final = left_loop(m, state, new)
    major = g["output_time_major"] is True
    if "helper" not in decoder.given:
        return _beams(m, decoder, outputs, final, major)

    def stacked(one: Value) -> Value:
        tensor = matrix(m, one)
        rest = tensor.shape[1:] if isinstance(tensor.shape, tuple) else None
        batch = decoder.batch
        first = (None, batch) if major else (batch, None)
        dims: Dims = UNSEEN if rest is None else (*first, *rest)
        used = tensor_inputs(m, tensor, state)
        return operation(m, "TensorArrayGatherV3", used, dims, tensor.dtype)

    made = map_structure(m, stacked, outputs)
    times = (None, decoder.batch) if major else (decoder.batch, None)
    sample = operation(m, "ArgMax", tensor_inputs(m, made), times, "int32")
    lengths = operation(m, "Where", (), (decoder.batch,), "int32")
    return Record(OUTPUT, (made, sample)), final, lengths


def _beams(m: Machine, decoder: Decoder, outputs: Value, state: Value, major: bool) -> Value:
    batch, width = decoder.batch, size(m, decoder.given["beam_width"])
    dims = (None, batch, width) if major else (batch, None, width)
    used = tensor_inputs(m, outputs)
    words = operation(m, "GatherTree", used, dims, "int32")
    scores = operation(m, "TensorArrayGatherV3", used, dims, "float32")
    inner = Record(BEAM_OUTPUT, (scores, words, words))
    flat = operation(m, "Zeros", used, (batch, width), "float32")
    lengths = operation(m, "Zeros", used, (batch, width), "int64")
    last = Record(BEAM_STATE, (state, flat, flat, lengths, ()))
    return Record(FINAL, (words, inner)), last, lengths


def tile_batch(m: Machine, a: Arguments) -> Value:
    """``tile_batch(t, multiplier)``: every entry of the batch, so many times."""
    given = Signature("t, multiplier, name=None").bind(m, "tile_batch", a)
    count = size(m, given["multiplier"])

    def tiled(one: Value) -> Value:
        if not isinstance(one, Tensor):
            return one
        if one.shape is None or one.shape == ():
            message = "t must have statically known rank"
            raise fail_input(m, "tile_batch", Refusal.ARGUMENT, "ValueError", message)
        dims: Dims = UNSEEN
        if isinstance(one.shape, tuple):
            dims = (multiply((one.shape[0], count)), *one.shape[1:])
        return operation(m, "Reshape", (one,), dims, one.dtype)

    return map_structure(m, tiled, given["t"])


LOSS = Signature(
    "logits, targets, weights, average_across_timesteps=True, average_across_batch=True, "
    "sum_over_timesteps=False, sum_over_batch=False, softmax_loss_function=None, name=None"
)


def _sequence_loss(m: Machine, a: Arguments) -> Value:
    """``sequence_loss(logits, targets, weights, ...)``: no variables, a scalar where averaged."""
    g = LOSS.bind(m, "sequence_loss", a)
    for name, rank, words in (
        ("logits", 3, "Logits must be a [batch_size x sequence_length x logits] tensor"),
        ("targets", 2, "Targets must be a [batch_size x sequence_length] tensor"),
        ("weights", 2, "Weights must be a [batch_size x sequence_length] tensor"),
    ):
        dims = g[name].shape if isinstance(g[name], Tensor) else UNSEEN
        if isinstance(dims, tuple) and len(dims) != rank:
            raise fail_input(m, "sequence_loss", Refusal.ARGUMENT, "ValueError", words)
    logits = matrix(m, g["logits"])
    if g["softmax_loss_function"] is not None:
        width = logits.shape[-1] if isinstance(logits.shape, tuple) else UNSEEN
        flat = operation(m, "Reshape", (logits,), (None, width), logits.dtype)
        labels = operation(m, "Reshape", tensor_inputs(m, g["targets"]), (None,), None)
        name = naming.encode(m, g["name"]) or "sequence_loss"
        with under(m, name, "sequence_loss"):
            m.call(g["softmax_loss_function"], (), labels=labels, logits=flat)
    whole = g["average_across_timesteps"] is True and g["average_across_batch"] is True
    dims = () if whole else UNSEEN
    used = tensor_inputs(m, logits, g["targets"], g["weights"])
    return operation(m, "RealDiv", used, dims, logits.dtype)


MODELS: dict[str, Model] = {
    "tf.contrib.seq2seq.BasicDecoder": _basic_decoder,
    "tf.contrib.seq2seq.BeamSearchDecoder": _beam_decoder,
    "tf.contrib.seq2seq.dynamic_decode": dynamic_decode,
    "tf.contrib.seq2seq.tile_batch": tile_batch,
    "tf.contrib.seq2seq.sequence_loss": _sequence_loss,
}
CONSTANTS: dict[str, Value] = {
    "tf.contrib.seq2seq.BasicDecoderOutput": OUTPUT,
    "tf.contrib.seq2seq.BeamSearchDecoderOutput": BEAM_OUTPUT,
    "tf.contrib.seq2seq.FinalBeamSearchDecoderOutput": FINAL,
}
