# The scope given to a cell's call takes the place of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 4])
cell = tf.nn.rnn_cell.LSTMCell(3)
cell(x, cell.zero_state(2, tf.float32), scope="given")
cell(x, cell.zero_state(2, tf.float32), scope="ignored")
