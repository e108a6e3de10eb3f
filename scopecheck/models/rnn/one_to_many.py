"""``one2many_rnn_seq2seq``: one encoder, and a decoder for every task.

Source: tensorflow/contrib/legacy_seq2seq/python/ops/seq2seq.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.legacy_decoders import run_embedding_decoder
from scopecheck.models.rnn.legacy_seq2seq import FLOAT, either_way, encoded, wrapped
from scopecheck.models.rnn.scopes import opened
from scopecheck.models.world import Scope, scope_data
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import get_item
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "one2many_rnn_seq2seq"
_SIGNATURE = Signature(
    "encoder_inputs, decoder_inputs_dict, enc_cell, dec_cells_dict, num_encoder_symbols, "
    "num_decoder_symbols_dict, embedding_size, feed_previous=False, dtype=None, scope=None"
)


def _names(m: Machine, given: Value) -> list[str] | None:
    """The tasks; None where they aren't all known."""
    table = m.contents(given) if isinstance(needed(m, given), DictRef) else None
    names = [one for one in table.items if isinstance(one, str)] if table is not None else []
    whole = table is not None and not table.open and len(names) == len(table.items)
    return names if whole else None


def _one_to_many(m: Machine, a: Arguments) -> Value:
    g = _SIGNATURE.bind(m, _BY, a)
    names, cells = (_names(m, g[one]) for one in ("decoder_inputs_dict", "dec_cells_dict"))
    if names is None or cells is None:
        m.undecided(_BY, "its tasks are not known", 1)
        return m.unknown("outputs"), m.unknown("states")
    if set(names) != set(cells):
        message = "keys of dec_cells_dict != keys of decodre_inputs_dict"
        raise refuse_argument(m, _BY, "ValueError", message)

    def body(entered: Scope) -> Value:
        cell = wrapped(m, "EmbeddingWrapper", g["enc_cell"], *_sizes(g))
        _, state = encoded(m, cell, g["encoder_inputs"], scope_data(m).dtype or FLOAT)
        made = {name: _decoded(m, g, name, state) for name in names}
        outputs = m.new_dict({name: both[0] for name, both in made.items()})
        return outputs, m.new_dict({name: both[1] for name, both in made.items()})

    return opened(m, g["scope"], _BY, body, dtype=g["dtype"])


def _sizes(g: dict[str, Value]) -> tuple[Value, Value]:
    return g["num_encoder_symbols"], g["embedding_size"]


def _decoded(m: Machine, g: dict[str, Value], name: str, state: Value) -> tuple[Value, Value]:
    """One task's decoder, in a scope by the task's name."""
    symbols = get_item(m, g["num_decoder_symbols_dict"], name)
    inputs = get_item(m, g["decoder_inputs_dict"], name)

    def body(entered: Scope) -> Value:
        inner = get_item(m, g["dec_cells_dict"], name)
        cell = wrapped(m, "OutputProjectionWrapper", inner, symbols)
        given = {**g, "cell": cell, "num_symbols": symbols, "decoder_inputs": inputs}
        given.update(initial_state=state, scope=None, output_projection=None)
        given["update_embedding_for_previous"] = True
        return either_way(m, given, lambda one: run_embedding_decoder(m, one), state)

    both = opened(m, f"one2many_decoder_{name}", "", body)
    return both if isinstance(both, tuple) else (m.unknown("outputs"), m.unknown("a state"))


MODELS: dict[str, Model] = {f"tf.contrib.legacy_seq2seq.{_BY}": _one_to_many}
