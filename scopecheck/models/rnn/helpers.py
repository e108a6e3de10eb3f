"""Helpers of decoders: what the next input is.

Source: tensorflow/contrib/seq2seq/python/ops/helper.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scopecheck.models.constants import ConstantTensor
from scopecheck.models.contrib.weights import as_input
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import shape_of
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import is_sequence, parts
from scopecheck.models.rnn.states import matrix
from scopecheck.models.shapes import spread
from scopecheck.models.store.initial import is_callable
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.values import Builtin, Foreign, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class HelperKind:
    """A class of helpers. feeds: whether its inputs are given, not embedded or computed."""

    name: str
    signature: Signature
    feeds: bool = False


class Helper(Foreign):
    """A helper: its first input, and the one that follows an output."""

    __slots__ = ("batch", "first", "given", "kind", "place")

    def __init__(
        self, kind: HelperKind, given: dict[str, Value], place: int, first: Value, batch: Dim
    ) -> None:
        self.kind = kind
        self.given = given
        self.place = place
        self.first = first
        self.batch = batch

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Helper) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("helper", self.place))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``batch_size``, ``inputs`` …"""
        if name == "batch_size":
            if isinstance(self.batch, int):
                return self.batch
            made = operation(m, "Size", (), (), "int32")
            return ConstantTensor(made, self.batch, False if self.batch is None else None)
        if name in self.given:
            return self.given[name]
        return Builtin(name, lambda m, a: m.unknown(f"{name}(…)"))

    def initialize(self, m: Machine) -> Value:
        """The first input; a function of the program's may give it."""
        if self.kind.name == "CustomHelper":
            return _item(m, m.call(self.given["initialize_fn"]), 1)
        return self.first

    def next_inputs(self, m: Machine, outputs: Value, state: Value) -> Value:
        """The input after an output, which is sampled or looked up first."""
        kind, time = self.kind.name, operation(m, "AddV2", (), (), "int32")
        words = operation(m, "ArgMax", (outputs,), (self.batch,), "int32")
        if kind == "CustomHelper":
            known = {"time": time, "outputs": outputs, "state": state}
            sampled = m.call(self.given["sample_fn"], (), **known)
            result = m.call(self.given["next_inputs_fn"], (), **known, sample_ids=sampled)
            return _item(m, result, 1)
        if kind == "ScheduledOutputTrainingHelper":
            function = self.given["next_inputs_fn"]
            if function is not None:
                m.call(function, (outputs,))
            return self.first
        if "embedding" in self.given:
            looked = embedded(m, self.given["embedding"], words)
            return self.first if self.kind.feeds else looked
        return self.first


def _item(m: Machine, result: Value, at: int) -> Value:
    held = parts(m, result) if is_sequence(result) else None
    return held[at] if held is not None and at < len(held) else m.unknown("the next input")


def embedded(m: Machine, table: Value, words: Tensor) -> Value:
    """``embedding(words)``, or the rows of a tensor of embeddings."""
    if is_callable(m, table) is False:
        table = as_input(m, table)
    if not isinstance(table, Tensor):
        return m.call(table, (words,))
    depth: Dims = table.shape[1:] if isinstance(table.shape, tuple) else UNSEEN
    known = isinstance(words.shape, tuple) and isinstance(depth, tuple)
    dims: Dims = (*words.shape, *depth) if known else UNSEEN  # type: ignore[misc]
    return operation(m, "GatherV2", (table, words), dims, table.dtype)


def vector(m: Machine, by: str, value: Value, message: str) -> Tensor:
    """Start tokens as a tensor: they are a vector."""
    dims = shape_of(m, value)
    if isinstance(dims, tuple) and len(dims) != 1:
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
    if isinstance(value, Tensor):
        return value
    return Tensor(m.identity(), "Const", (), dims, "int32")


def _helper(kind: HelperKind) -> Model:
    def run(m: Machine, a: Arguments) -> Value:
        given = kind.signature.bind(m, "__init__", a)
        place = m.allocate(None)
        if "start_tokens" in given:
            words = vector(m, kind.name, given["start_tokens"], "start_tokens must be a vector")
            first = embedded(m, given["embedding"], words)
            return Helper(kind, given, place, first, spread(words.shape, 1)[0])
        if "sequence_length" in given:
            return _training(m, kind, given, place)
        return Helper(kind, given, place, None, None)

    return run


def _training(m: Machine, kind: HelperKind, given: dict[str, Value], place: int) -> Value:
    lengths = shape_of(m, given["sequence_length"])
    if isinstance(lengths, tuple) and len(lengths) != 1:
        shown = shape_text(m, lengths)
        message = f"Expected sequence_length to be a vector, but received shape: {shown}"
        raise fail_input(m, kind.name, Refusal.ARGUMENT, "ValueError", message)
    inputs = matrix(m, given["inputs"])
    dims = spread(inputs.shape, 3)
    major = given["time_major"]
    rows = dims[1] if major is True else dims[0] if major is False else UNSEEN
    step = operation(m, "TensorArrayReadV3", (inputs,), (rows, *dims[2:]), inputs.dtype)
    return Helper(kind, given, place, step, spread(lengths, 1)[0])


_EMBEDDED = "embedding, start_tokens, end_token"
KINDS = (
    HelperKind(
        "TrainingHelper", Signature("inputs, sequence_length, time_major=False, name=None"), True
    ),
    HelperKind(
        "ScheduledEmbeddingTrainingHelper",
        Signature(
            "inputs, sequence_length, embedding, sampling_probability, time_major=False, "
            "seed=None, scheduling_seed=None, name=None"
        ),
        True,
    ),
    HelperKind(
        "ScheduledOutputTrainingHelper",
        Signature(
            "inputs, sequence_length, sampling_probability, time_major=False, seed=None, "
            "next_inputs_fn=None, auxiliary_inputs=None, name=None"
        ),
        True,
    ),
    HelperKind("GreedyEmbeddingHelper", Signature(_EMBEDDED)),
    HelperKind(
        "SampleEmbeddingHelper", Signature(f"{_EMBEDDED}, softmax_temperature=None, seed=None")
    ),
    HelperKind(
        "CustomHelper",
        Signature(
            "initialize_fn, sample_fn, next_inputs_fn, sample_ids_shape=None, sample_ids_dtype=None"
        ),
    ),
)
MODELS: dict[str, Model] = {f"tf.contrib.seq2seq.{kind.name}": _helper(kind) for kind in KINDS}
