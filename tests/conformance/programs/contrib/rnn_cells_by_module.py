# Cells that only their module shows: with norms for layers or for weights, and the two that are minimal.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.rnn.python.ops import rnn_cell

x = tf.placeholder(tf.float32, [2, 4])
made = [
    rnn_cell.LayerNormLSTMCell(3),
    rnn_cell.LayerNormLSTMCell(3, layer_norm=True, use_peepholes=True, num_proj=2),
    rnn_cell.WeightNormLSTMCell(3),
    rnn_cell.WeightNormLSTMCell(3, norm=False, use_peepholes=True),
    rnn_cell.WeightNormLSTMCell(3, num_proj=2),
    rnn_cell.MinimalRNNCell(5),
    rnn_cell.CFNCell(units=5),
]
for number, cell in enumerate(made):
    with tf.variable_scope("s%d" % number):
        out, new = cell(x, cell.zero_state(2, tf.float32))
        cell(x, new)
        tf.get_variable("out", out.shape)
        tf.get_variable("count", [len(cell.trainable_variables)])
outputs, state = tf.nn.static_rnn(rnn_cell.CFNCell(4), [x, x], dtype=tf.float32)
tf.get_variable("state", state.shape)
tf.nn.dynamic_rnn(rnn_cell.MinimalRNNCell(4, name="mine"), tf.zeros([2, 3, 4]), dtype=tf.float32)
with tf.variable_scope("rnn", reuse=True):
    rnn_cell.MinimalRNNCell(4, name="mine")(x, tf.zeros([2, 4]))
with tf.variable_scope("wn"):
    first, second = rnn_cell.WeightNormLSTMCell(3), rnn_cell.WeightNormLSTMCell(3)
    first(x, first.zero_state(2, tf.float32))
    try:
        second(x, second.zero_state(2, tf.float32))
    except ValueError:
        tf.get_variable("refused_second", [1])
try:
    rnn_cell.CFNCell(4)(tf.zeros([2, 3, 4]), tf.zeros([2, 4]))
except ValueError:
    tf.get_variable("refused_rank", [1])
tf.nn.dynamic_rnn(rnn_cell.MinimalRNNCell(4, name="mine"), tf.zeros([2, 3, 4]), dtype=tf.float32)
