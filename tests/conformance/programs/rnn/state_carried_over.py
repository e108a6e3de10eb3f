# The last state of one network starts the other.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 5])
_, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, dtype=tf.float32, scope="encoder")
cell = tf.nn.rnn_cell.LSTMCell(3)
outputs, _ = tf.nn.dynamic_rnn(cell, x, initial_state=state, scope="decoder")
tf.layers.dense(outputs, 5)
