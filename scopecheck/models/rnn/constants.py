"""Names in the recurrent modules that are no functions: a tuple's class, the variables' names."""

from __future__ import annotations

from scopecheck.models.rnn.nest import STATE_TUPLE
from scopecheck.symbolic.values import Value

CONSTANTS: dict[str, Value] = {
    "tf.nn.rnn_cell.LSTMStateTuple": STATE_TUPLE,
    "tf.contrib.rnn.LSTMStateTuple": STATE_TUPLE,
    "tf.nn.rnn_cell._WEIGHTS_VARIABLE_NAME": "kernel",
    "tf.nn.rnn_cell._BIAS_VARIABLE_NAME": "bias",
}
