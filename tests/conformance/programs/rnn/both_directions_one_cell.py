# One object for both directions shares.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
cell = tf.nn.rnn_cell.GRUCell(3)
tf.nn.bidirectional_dynamic_rnn(cell, cell, x, dtype=tf.float32)
