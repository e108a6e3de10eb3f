# A state of another number of units.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell, other = tf.nn.rnn_cell.GRUCell(5), tf.nn.rnn_cell.GRUCell(6)
cell(tf.placeholder(tf.float32, [3, 7]), other.zero_state(3, tf.float32))
