"""The decoders of ``tf.contrib.legacy_seq2seq``, which unroll a list of inputs.

Source: tensorflow/contrib/legacy_seq2seq/python/ops/seq2seq.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.messages import shape_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Signature
from scopecheck.models.rnn.helpers import embedded
from scopecheck.models.rnn.linear import linear, variable
from scopecheck.models.rnn.nest import flatten
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.rnn.states import matrix
from scopecheck.models.rnn.wrappers import called, output_size, side_by_side
from scopecheck.models.shapes import spread
from scopecheck.models.store.scope_members import reuse_variables
from scopecheck.models.tensors import Dim, Tensor, operation
from scopecheck.models.world import Scope, current, scope_data
from scopecheck.symbolic.decisions import needed, truth
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

RNN = Signature("decoder_inputs, initial_state, cell, loop_function=None, scope=None")
EMBEDDING = Signature(
    "decoder_inputs, initial_state, cell, num_symbols, embedding_size, output_projection=None, "
    "feed_previous=False, update_embedding_for_previous=True, scope=None"
)
ATTENTION = Signature(
    "decoder_inputs, initial_state, attention_states, cell, output_size=None, num_heads=1, "
    "loop_function=None, dtype=None, scope=None, initial_state_attention=False"
)
EMBEDDING_ATTENTION = Signature(
    "decoder_inputs, initial_state, attention_states, cell, num_symbols, embedding_size, "
    "num_heads=1, output_size=None, output_projection=None, feed_previous=False, "
    "update_embedding_for_previous=True, dtype=None, scope=None, initial_state_attention=False"
)


def steps_of(m: Machine, by: str, inputs: Value) -> list[Value]:
    """The inputs step by step; of a list that isn't known, the first two."""
    held = iterate(m, needed(m, inputs))
    if held is None or held.open:
        m.undecided(by, "the number of steps is not known")
        known = list(held.items) if held is not None else []
        return known or [m.unknown("a step"), m.unknown("a step")]
    return list(held.items)


def _previous(m: Machine, function: Value, output: Value, at: int) -> Value:
    """The input that the loop function makes of the output before."""
    name = "loop_function"
    return in_scope(m, name, "", True, lambda: m.call(function, (output, at)))


def rnn_decoder(m: Machine, a: Arguments) -> Value:
    """``rnn_decoder(decoder_inputs, initial_state, cell, ...)``."""
    return run_decoder(m, RNN.bind(m, "rnn_decoder", a))


def run_decoder(m: Machine, g: dict[str, Value]) -> Value:
    """Outputs and last state; from the second step on the scope reuses."""
    steps = steps_of(m, "rnn_decoder", g["decoder_inputs"])

    def body(entered: Scope) -> Value:
        state, function = g["initial_state"], g["loop_function"]
        outputs: list[Value] = []
        for at, step in enumerate(steps):
            given = step
            if function is not None and outputs:
                given = _previous(m, function, outputs[-1], at)
            if at == 1:
                reuse_variables(m, entered)
            output, state = called(m, g["cell"], given, state)
            outputs.append(output)
        return m.new_list(outputs), state

    return opened(m, g["scope"], "rnn_decoder", body)


def feeding(m: Machine, table: Value, projection: Value) -> Value:
    """The loop function that embeds the symbol with the largest logit."""

    def look_up(m: Machine, a: Arguments) -> Value:
        output = matrix(m, a.args[0])
        used = (output, *flatten(m, projection)) if projection is not None else (output,)
        words = operation(m, "ArgMax", used, (spread(output.shape, 2)[0],), "int64")
        return embedded(m, table, words)

    return Builtin("loop_function", look_up)


def embedding_rnn_decoder(m: Machine, a: Arguments) -> Value:
    """``embedding_rnn_decoder(decoder_inputs, initial_state, cell, num_symbols, ...)``."""
    return run_embedding_decoder(m, EMBEDDING.bind(m, "embedding_rnn_decoder", a))


def run_embedding_decoder(m: Machine, g: dict[str, Value]) -> Value:
    """``embedding`` in the decoder's scope, then ``rnn_decoder``."""

    def body(entered: Scope) -> Value:
        table = embedding(m, "embedding_rnn_decoder", g["num_symbols"], g["embedding_size"])
        words = steps_of(m, "embedding_rnn_decoder", g["decoder_inputs"])
        inputs = m.new_list([embedded(m, table, matrix(m, one)) for one in words])
        projection = g["output_projection"]
        function = feeding(m, table, projection) if truth(m, g["feed_previous"]) else None
        given = {**g, "decoder_inputs": inputs, "loop_function": function, "scope": None}
        return run_decoder(m, given)

    return opened(m, g["scope"], "embedding_rnn_decoder", body)


def embedding(m: Machine, by: str, symbols: Value, depth: Value) -> Value:
    """``get_variable("embedding", [num_symbols, embedding_size])``."""
    return variable(m, by, "embedding", (size(m, symbols), size(m, depth)))


def attention_decoder(m: Machine, a: Arguments) -> Value:
    """``attention_decoder(decoder_inputs, initial_state, attention_states, cell, ...)``."""
    return run_attention_decoder(m, ATTENTION.bind(m, "attention_decoder", a))


def run_attention_decoder(m: Machine, g: dict[str, Value]) -> Value:
    """Heads of attention over the states, a map of the input, the cell, a map of the output."""
    by = "attention_decoder"
    steps = steps_of(m, by, g["decoder_inputs"])
    if not steps:
        message = "Must provide at least 1 input to attention decoder."
        raise refuse_argument(m, by, "ValueError", message)
    heads = needed(m, g["num_heads"])
    if isinstance(heads, int) and heads < 1:
        message = "With less than 1 heads, use a non-attention decoder."
        raise refuse_argument(m, by, "ValueError", message)
    states = matrix(m, g["attention_states"])
    if spread(states.shape, 3)[2] is None:
        message = f"Shape[2] of attention_states must be known: {shape_text(m, states.shape)}"
        raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    count = heads if isinstance(heads, int) else 1
    body = _attending(m, g, steps, states, count)
    return opened(m, g["scope"], by, body, dtype=g["dtype"])


class Heads:
    """The attention heads of a decoder: their variables, and what they read."""

    def __init__(self, m: Machine, states: Tensor, count: int) -> None:
        dims = spread(states.shape, 3)
        self.states = states
        self.width: Dim = dims[2]
        self.made: list[Value] = []
        for at in range(count):
            shape = (1, 1, self.width, self.width)
            self.made.append(variable(m, "attention_decoder", f"AttnW_{at}", shape))
            self.made.append(variable(m, "attention_decoder", f"AttnV_{at}", (self.width,)))
        self.count = count
        zero = operation(m, "Zeros", (), (None, self.width), states.dtype)
        self.read = [zero] * count

    def look(self, m: Machine, state: Value) -> None:
        """Every head maps the state and reads the states anew."""
        query = side_by_side(m, flatten(m, state))
        self.read = [self._one(m, query, at) for at in range(self.count)]

    def _one(self, m: Machine, query: Tensor, at: int) -> Tensor:
        def mapped() -> Value:
            return linear(m, "attention_decoder", (query,), self.width)

        key = in_scope(m, f"Attention_{at}", "", None, mapped)
        used = (self.states, key, *self.made)
        return operation(m, "Reshape", used, (None, self.width), query.dtype)


def _attending(
    m: Machine, g: dict[str, Value], steps: list[Value], states: Tensor, count: int
) -> Value:
    by, cell = "attention_decoder", g["cell"]
    wide = size(m, output_size(m, cell) if g["output_size"] is None else g["output_size"])

    def body(entered: Scope) -> Value:
        heads, state, function = Heads(m, states, count), g["initial_state"], g["loop_function"]
        early = g["initial_state_attention"] is True
        outputs: list[Value] = []
        if early:
            heads.look(m, state)
        for at, step in enumerate(steps):
            if at == 1:
                reuse_variables(m, entered)
            given = step
            if function is not None and outputs:
                given = _previous(m, function, outputs[-1], at)
            x = matrix(m, given)
            depth = spread(x.shape, 2)[1]
            if depth is None:
                message = "Could not infer input size from input: …"
                raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
            mixed = linear(m, by, (x, *heads.read), depth)
            output, state = called(m, cell, mixed, state)
            _look_again(m, heads, state, early and at == 0)
            outputs.append(_projected(m, matrix(m, output), heads, wide))
        return m.new_list(outputs), state

    return body


def _look_again(m: Machine, heads: Heads, state: Value, reuse: bool) -> None:
    if not reuse:
        heads.look(m, state)
        return

    def body() -> Value:
        heads.look(m, state)
        return None

    in_scope(m, Scope(current(m).scope), "", True, body)


def _projected(m: Machine, output: Tensor, heads: Heads, width: Dim) -> Value:
    def mapped() -> Value:
        return linear(m, "attention_decoder", (output, *heads.read), width)

    return in_scope(m, "AttnOutputProjection", "", None, mapped)


def embedding_attention_decoder(m: Machine, a: Arguments) -> Value:
    """``embedding_attention_decoder(decoder_inputs, initial_state, attention_states, ...)``."""
    g = EMBEDDING_ATTENTION.bind(m, "embedding_attention_decoder", a)
    return run_embedding_attention(m, g)


def run_embedding_attention(m: Machine, g: dict[str, Value]) -> Value:
    """``embedding`` in the decoder's scope, then ``attention_decoder``."""
    by = "embedding_attention_decoder"

    def body(entered: Scope) -> Value:
        table = embedding(m, by, g["num_symbols"], g["embedding_size"])
        words = steps_of(m, by, g["decoder_inputs"])
        inputs = m.new_list([embedded(m, table, matrix(m, one)) for one in words])
        projection = g["output_projection"]
        function = feeding(m, table, projection) if truth(m, g["feed_previous"]) else None
        given = {**g, "decoder_inputs": inputs, "loop_function": function, "scope": None}
        return run_attention_decoder(m, {**given, "dtype": scope_data(m).dtype})

    return opened(m, g["scope"], by, body, dtype=g["dtype"])
