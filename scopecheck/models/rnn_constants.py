"""Names of the recurrent modules that are no functions: ``LSTMStateTuple``."""

from __future__ import annotations

from scopecheck.models.rnn_nest import STATE_TUPLE
from scopecheck.symbolic.values import Value

CONSTANTS: dict[str, Value] = {
    "tf.nn.rnn_cell.LSTMStateTuple": STATE_TUPLE,
    "tf.contrib.rnn.LSTMStateTuple": STATE_TUPLE,
}
