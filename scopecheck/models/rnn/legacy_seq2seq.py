"""``tf.contrib.legacy_seq2seq``: encoders and decoders over lists of steps.

Source: tensorflow/contrib/legacy_seq2seq/python/ops/seq2seq.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.control_flow import cond
from scopecheck.models.layers.sizes import size
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.before_one import CELLS
from scopecheck.models.rnn.cells import constructor
from scopecheck.models.rnn.contrib_wrappers import CONTRIB
from scopecheck.models.rnn.helpers import embedded
from scopecheck.models.rnn.legacy_decoders import (
    attention_decoder,
    embedding,
    embedding_attention_decoder,
    embedding_rnn_decoder,
    feeding,
    rnn_decoder,
    run_decoder,
    run_embedding_attention,
    run_embedding_decoder,
    steps_of,
)
from scopecheck.models.rnn.loops import run_static
from scopecheck.models.rnn.nest import flatten, pack, parts
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import matrix
from scopecheck.models.rnn.wrappers import output_size, state_size
from scopecheck.models.store.scope_members import reuse_variables
from scopecheck.models.store.scope_names import enter_names, under
from scopecheck.models.tensors import UNSEEN, DType, Tensor, operation
from scopecheck.models.world import Scope, current, scope_data, within
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib import find
from scopecheck.symbolic.values import Builtin, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

WRAPPERS = {kind.name: constructor(kind) for kind in CONTRIB}
OLD_WRAPPERS = {kind.name: constructor(kind) for kind in CELLS}
BASIC = Signature("encoder_inputs, decoder_inputs, cell, dtype=None, scope=None")
TIED = Signature("encoder_inputs, decoder_inputs, cell, loop_function=None, dtype=None, scope=None")
_FED = "output_projection=None, feed_previous=False, dtype=None, scope=None"
EMBEDDING = Signature(
    "encoder_inputs, decoder_inputs, cell, num_encoder_symbols, num_decoder_symbols, "
    f"embedding_size, {_FED}"
)
EMBEDDING_TIED = Signature(
    "encoder_inputs, decoder_inputs, cell, num_symbols, embedding_size, num_decoder_symbols=None, "
    f"{_FED}"
)
ATTENTION = Signature(
    "encoder_inputs, decoder_inputs, cell, num_encoder_symbols, num_decoder_symbols, "
    f"embedding_size, num_heads=1, {_FED}, initial_state_attention=False"
)
FLOAT = DType("float32")


def _copied(m: Machine, cell: Value) -> Value:
    """``copy.deepcopy(cell)``: the encoder's own, since a cell keeps its variables."""
    if m.world.before_one:
        return cell
    copier = find("copy.deepcopy")
    return copier(m, Arguments((cell,))) if copier is not None else cell


def encoded(m: Machine, cell: Value, inputs: Value, dtype: Value, scope: Value = None) -> Value:
    """The encoder's outputs and its last state."""
    given = {"cell": cell, "inputs": inputs, "dtype": dtype, "scope": scope}
    return run_static(m, {**given, "initial_state": None, "sequence_length": None})


def _basic(m: Machine, a: Arguments) -> Value:
    """``basic_rnn_seq2seq``: two copies of the cell."""
    g = BASIC.bind(m, "basic_rnn_seq2seq", a)
    dtype = FLOAT if g["dtype"] is None else g["dtype"]

    def body(entered: Scope) -> Value:
        _, state = encoded(m, _copied(m, g["cell"]), g["encoder_inputs"], dtype)
        given = {**g, "initial_state": state, "loop_function": None, "scope": None}
        return run_decoder(m, given)

    return opened(m, g["scope"], "basic_rnn_seq2seq", body)


def _tied(m: Machine, a: Arguments) -> Value:
    """``tied_rnn_seq2seq``: one cell for both."""
    g = TIED.bind(m, "tied_rnn_seq2seq", a)
    return _run_tied(m, {**g, "dtype": FLOAT if g["dtype"] is None else g["dtype"]})


def _run_tied(m: Machine, g: dict[str, Value]) -> Value:
    scope = g["scope"] if g["scope"] is not None else "tied_rnn_seq2seq"

    def body(entered: Scope) -> Value:
        _, state = encoded(m, g["cell"], g["encoder_inputs"], g["dtype"], scope)
        reuse_variables(m, entered)
        return run_decoder(m, {**g, "initial_state": state, "scope": scope})

    return opened(m, "combined_tied_rnn_seq2seq", "", body)


def wrapped(m: Machine, name: str, *args: Value) -> Value:
    """One of the wrappers of cells."""
    known = OLD_WRAPPERS if m.world.before_one else WRAPPERS
    return known[name](m, Arguments(args))


def either_way(
    m: Machine, g: dict[str, Value], run: Callable[[dict[str, Value]], Value], state: Value
) -> Value:
    """The decoder as told; where a tensor tells, both ways, the second one reusing."""
    fed = needed(m, g["feed_previous"])
    if isinstance(fed, bool):
        return run({**g, "feed_previous": fed})

    def way(value: bool) -> Value:
        def body(entered: Scope) -> Value:
            outputs, last = run({**g, "feed_previous": value})
            return m.new_list([*(parts(m, outputs) or ()), *flatten(m, last)])

        def branch(m: Machine, a: Arguments) -> Value:
            reuse = None if value else True
            return opened(m, Scope(current(m).scope), "", body, reuse=reuse)

        return Builtin("decoder", branch)

    both = parts(m, cond(m, Arguments((fed, way(True), way(False))))) or ()
    count = len(steps_of(m, "legacy_seq2seq", g["decoder_inputs"]))
    return m.new_list(both[:count]), pack(m, state, both[count:])


def _embedding(m: Machine, a: Arguments) -> Value:
    """``embedding_rnn_seq2seq``: an embedding for each side."""
    g = EMBEDDING.bind(m, "embedding_rnn_seq2seq", a)

    def body(entered: Scope) -> Value:
        symbols, depth = g["num_encoder_symbols"], g["embedding_size"]
        cell = wrapped(m, "EmbeddingWrapper", _copied(m, g["cell"]), symbols, depth)
        dtype = g["dtype"] if g["dtype"] is not None else scope_data(m).dtype or FLOAT
        _, state = encoded(m, cell, g["encoder_inputs"], dtype)
        inner = g["cell"]
        if g["output_projection"] is None:
            inner = wrapped(m, "OutputProjectionWrapper", inner, g["num_decoder_symbols"])
        given = {**g, "cell": inner, "num_symbols": g["num_decoder_symbols"], "scope": None}
        given["initial_state"] = state
        return either_way(m, given, lambda one: run_embedding_decoder(m, one), state)

    return opened(m, g["scope"], "embedding_rnn_seq2seq", body, dtype=g["dtype"])


def _embedding_tied(m: Machine, a: Arguments) -> Value:
    """``embedding_tied_rnn_seq2seq``: one embedding and one cell."""
    by = "embedding_tied_rnn_seq2seq"
    g = EMBEDDING_TIED.bind(m, by, a)

    def body(entered: Scope) -> Value:
        table = embedding(m, by, g["num_symbols"], g["embedding_size"])
        sides = {}
        for name in ("encoder_inputs", "decoder_inputs"):
            words = steps_of(m, by, g[name])
            sides[name] = m.new_list([embedded(m, table, matrix(m, one)) for one in words])
        cell, given = g["cell"], g["num_decoder_symbols"]
        if g["output_projection"] is None:
            wide = g["num_symbols"] if given is None else given
            cell = wrapped(m, "OutputProjectionWrapper", cell, wide)
        dtype = scope_data(m).dtype or FLOAT

        def run(one: dict[str, Value]) -> Value:
            fed = one["feed_previous"]
            function = feeding(m, table, g["output_projection"]) if fed else None
            return _run_tied(m, {**one, **sides, "loop_function": function})

        told = {**g, "cell": cell, "dtype": dtype, "scope": None}
        return either_way(m, told, run, state_size(m, cell))

    return opened(m, g["scope"], by, body, dtype=g["dtype"])


def _attention(m: Machine, a: Arguments) -> Value:
    """``embedding_attention_seq2seq``: attention over the encoder's outputs."""
    by = "embedding_attention_seq2seq"
    g = ATTENTION.bind(m, by, a)

    def body(entered: Scope) -> Value:
        symbols, depth = g["num_encoder_symbols"], g["embedding_size"]
        cell = wrapped(m, "EmbeddingWrapper", _copied(m, g["cell"]), symbols, depth)
        outputs, state = encoded(m, cell, g["encoder_inputs"], scope_data(m).dtype or FLOAT)
        held = iterate(m, outputs)
        count = len(held.items) if held is not None and not held.open else UNSEEN
        width = size(m, output_size(m, g["cell"]))
        used = tensor_inputs(m, outputs)
        dtype = next((one.dtype for one in used if isinstance(one, Tensor)), None)
        states = operation(m, "ConcatV2", used, (None, count, width), dtype)
        inner, wide = g["cell"], None
        if g["output_projection"] is None:
            wide = g["num_decoder_symbols"]
            inner = wrapped(m, "OutputProjectionWrapper", inner, wide)
        given = {**g, "cell": inner, "output_size": wide, "attention_states": states}
        given.update(initial_state=state, num_symbols=g["num_decoder_symbols"])
        given.update(scope=None, dtype=None)
        return either_way(m, given, lambda one: run_embedding_attention(m, one), state)

    return opened(m, g["scope"], by, body, dtype=g["dtype"])


BUCKETS = Signature(
    "encoder_inputs, decoder_inputs, targets, weights, buckets, seq2seq, "
    "softmax_loss_function=None, per_example_loss=False, name=None"
)


def _model_with_buckets(m: Machine, a: Arguments) -> Value:
    """``model_with_buckets``: the model for every bucket, reusing from the second on."""
    g = BUCKETS.bind(m, "model_with_buckets", a)
    pairs = [parts(m, one) for one in parts(m, g["buckets"]) or ()]
    sides = [parts(m, g[name]) for name in ("encoder_inputs", "decoder_inputs")]
    if not pairs or None in pairs or None in sides:
        m.undecided("model_with_buckets", "the buckets are not known", 1)
        return m.unknown("outputs"), m.unknown("losses")
    outputs, losses = [], []
    name = naming.encode(m, g["name"]) or "model_with_buckets"
    with under(m, name, "model_with_buckets"):
        for at, pair in enumerate(pairs):
            cut = [
                m.new_list((side or ())[: count if isinstance(count, int) else None])
                for side, count in zip(sides, pair or (), strict=True)
            ]

            def body(entered: Scope, cut: list[Value] = cut) -> Value:
                return m.call(g["seq2seq"], cut)

            reuse = True if at > 0 else None
            result = opened(m, Scope(current(m).scope), "", body, reuse=reuse)
            first = (parts(m, result) or (result,))[0]
            outputs.append(first)
            losses.append(_loss_of(m, first, g))
    return m.new_list(outputs), m.new_list(losses)


def _loss_of(m: Machine, outputs: Value, g: dict[str, Value]) -> Tensor:
    function = g["softmax_loss_function"]
    used = tensor_inputs(m, outputs)
    if function is not None and used:
        m.call(function, (), labels=m.unknown("targets"), logits=used[0])
    dims = UNSEEN if g.get("per_example_loss") is True else ()
    return operation(m, "RealDiv", used, dims, "float32")


LOSS = Signature(
    "logits, targets, weights, average_across_timesteps=True, average_across_batch=True, "
    "softmax_loss_function=None, name=None"
)
BY_EXAMPLE = Signature(
    "logits, targets, weights, average_across_timesteps=True, softmax_loss_function=None, name=None"
)


def _loss(name: str, signature: Signature) -> Model:
    """A loss over lists of steps, which must be of one length."""

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, name, a)
        rows = [parts(m, g[one]) for one in ("logits", "weights", "targets")]
        counts = [len(row) for row in rows if row is not None]
        if len(counts) == 3 and len(set(counts)) > 1:
            listed = ", ".join(str(one) for one in counts)
            words = "Lengths of logits, weights, and targets must be the same "
            raise refuse_argument(m, name, "ValueError", f"{words}{listed}.")
        function = g["softmax_loss_function"]
        if function is not None:
            below = "/sequence_loss_by_example" if name == "sequence_loss" else ""
            entered = enter_names(m, naming.encode(m, g["name"]) or name, name)[0]
            with within(m, entered + below):
                for logits, labels in zip(rows[0] or (), rows[2] or (), strict=False):
                    m.call(function, (), labels=labels, logits=logits)
        used = tensor_inputs(m, g["logits"], g["weights"])
        dims = () if name == "sequence_loss" else UNSEEN
        return operation(m, "RealDiv", used, dims, "float32")

    return run


_FUNCTIONS: dict[str, Model] = {
    "rnn_decoder": rnn_decoder,
    "embedding_rnn_decoder": embedding_rnn_decoder,
    "attention_decoder": attention_decoder,
    "embedding_attention_decoder": embedding_attention_decoder,
    "basic_rnn_seq2seq": _basic,
    "tied_rnn_seq2seq": _tied,
    "embedding_rnn_seq2seq": _embedding,
    "embedding_tied_rnn_seq2seq": _embedding_tied,
    "embedding_attention_seq2seq": _attention,
    "model_with_buckets": _model_with_buckets,
    "sequence_loss": _loss("sequence_loss", LOSS),
    "sequence_loss_by_example": _loss("sequence_loss_by_example", BY_EXAMPLE),
}
MODELS: dict[str, Model] = {
    f"tf.contrib.legacy_seq2seq.{name}": model for name, model in _FUNCTIONS.items()
}
BEFORE_ONE: dict[str, Model] = {
    f"tf.nn.seq2seq.{name}": model for name, model in _FUNCTIONS.items()
}
