# state_is_tuple=False puts memory and output side by side.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
cell = tf.nn.rnn_cell.LSTMCell(5, num_proj=3, state_is_tuple=False)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.get_variable("w", [cell.state_size, cell.output_size])
tf.layers.dense(state, 1)
