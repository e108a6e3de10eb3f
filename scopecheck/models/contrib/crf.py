"""``tf.contrib.crf``: the transitions of a conditional random field, one variable.

Source: tensorflow/contrib/crf/python/ops/crf.py, ``crf_log_likelihood``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.arguments import Given, dtype_of, shape_of, takes, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.tensors import UNSEEN, Dim, Dims, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _size(dims: Dims, axis: int) -> Dim:
    """One size of a shape."""
    return dims[axis] if isinstance(dims, tuple) and len(dims) > axis else UNSEEN


@takes("inputs tag_indices sequence_lengths transition_params")
def _log_likelihood(m: Machine, g: Given) -> Value:
    """The likelihood of each sequence and the transitions, made unless they are given."""
    inputs, tags, lengths = g("inputs"), g("tag_indices"), g("sequence_lengths")
    dims, transitions = shape_of(m, inputs), g("transition_params")
    if transitions is None:
        size = _size(dims, 2)
        side: Value = m.unknown("the number of tags") if size is UNSEEN else size
        given: dict[str, Value] = {"name": "transitions", "shape": m.new_list((side, side))}
        transitions = request_variable(m, given, scope_data(m), "tf.contrib.crf.crf_log_likelihood")
    behind = tensor_inputs(m, inputs, tags, lengths, transitions)
    likelihood = operation(m, "Sub", behind, (_size(dims, 0),), "float32")
    return (likelihood, transitions)


@takes("potentials transition_params sequence_length")
def _decode(m: Machine, g: Given) -> Value:
    """The best tags of each sequence, and their scores."""
    potentials = g("potentials")
    behind = tensor_inputs(m, potentials, g("transition_params"), g("sequence_length"))
    dims, dtype = shape_of(m, potentials), dtype_of(m, potentials)
    tags = operation(m, "ReverseSequence", behind, (_size(dims, 0), _size(dims, 1)), "int32")
    return (tags, operation(m, "Max", behind, (_size(dims, 0),), dtype))


def _viterbi(m: Machine, a: Arguments) -> Value:
    """``viterbi_decode``: of arrays, outside of any graph."""
    return (m.unknown("the best tags", not_none=True), m.unknown("their score", not_none=True))


def _score(m: Machine, a: Arguments) -> Value:
    """A score or a norm of each sequence."""
    dims = shape_of(m, a.args[0]) if a.args else UNSEEN
    return operation(m, "Squeeze", tensor_inputs(m, *a.every()), (_size(dims, 0),), "float32")


MODELS: dict[str, Model] = {
    "tf.contrib.crf.crf_log_likelihood": _log_likelihood,
    "tf.contrib.crf.crf_decode": _decode,
    "tf.contrib.crf.viterbi_decode": _viterbi,
    "tf.contrib.crf.crf_sequence_score": _score,
    "tf.contrib.crf.crf_log_norm": _score,
    "tf.contrib.crf.crf_unary_score": _score,
    "tf.contrib.crf.crf_binary_score": _score,
}
