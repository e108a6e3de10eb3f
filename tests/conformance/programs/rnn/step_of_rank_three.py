# A cell takes one step, not a sequence.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.LSTMCell(5)
cell(tf.placeholder(tf.float32, [None, 7, 3]), cell.zero_state(2, tf.float32))
