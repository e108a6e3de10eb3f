# The other cells of contrib and what they build.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [2, 6])
cells = [
    rnn.LSTMBlockCell(3, use_peephole=True),
    rnn.GRUBlockCell(3),
    rnn.GRUBlockCellV2(3),
    rnn.NASCell(3, num_proj=2, use_bias=True),
    rnn.SRUCell(6),
    rnn.IndRNNCell(3),
    rnn.IndyGRUCell(3),
    rnn.IndyLSTMCell(3),
]
for cell in cells:
    with tf.variable_scope(type(cell).__name__):
        cell(x, cell.zero_state(2, tf.float32))
        cell(x, cell.zero_state(2, tf.float32))
