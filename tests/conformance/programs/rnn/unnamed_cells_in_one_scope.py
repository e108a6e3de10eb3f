# Cells that are called one after the other in one scope get numbers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 4])
with tf.variable_scope("net"):
    for _ in range(3):
        cell = tf.nn.rnn_cell.GRUCell(4)
        x, _ = cell(x, cell.zero_state(2, tf.float32))
