"""Names of which a part isn't known."""

from __future__ import annotations

import pytest

from scopecheck.engine import check_source
from scopecheck.rules.unknown_names import can_be, may_be_one

PROGRAM = """
import tensorflow as tf


def decoder(inputs, state, cell, symbols, size):
    with tf.variable_scope("decoder"):
        table = tf.get_variable("table", [symbols, size])
        outputs = []
        for at, one in enumerate(inputs):
            if at > 0:
                tf.get_variable_scope().reuse_variables()
            output, state = cell(tf.nn.embedding_lookup(table, one), state)
            outputs.append(output)
        return outputs, state


def heads(inputs, symbols, cell, size, scope=None):
    answers, states = {}, {}
    with tf.variable_scope(scope or "heads") as scope:
        _, first = tf.nn.static_rnn(cell, inputs["first"], dtype=scope.dtype)
        for name, parts in inputs.items():
            with tf.variable_scope({scope}):
                answers[name], states[name] = decoder(parts, first, cell, symbols[name], size)
    return answers, states
"""


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("a_…/w", "a_……/w", True),
        ("a_…/w", "a_b/w", True),
        ("a_b/w", "a_……/w", True),
        ("a_…/w", "b_…/w", False),
        ("a_…/w", "a_b/v", False),
        ("a/w", "a/w", False),
    ],
)
def test_may_be_one(one: str, other: str, may: bool) -> None:
    assert may_be_one(one, other) is may


def test_only_what_is_known_is_matched() -> None:
    assert can_be("…/w", "a/w")
    assert not can_be("…/w", "…/w")
    assert not can_be("a/w", "a/w")


@pytest.mark.parametrize("scope", ['"head_" + str(name)', '"head_%s" % name', "name"])
def test_heads_of_unknown_names_are_no_copies(scope: str) -> None:
    assert not check_source(PROGRAM.replace("{scope}", scope), "program.py").result.findings
