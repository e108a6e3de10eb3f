# Input and state disagree in the batch.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 3])
cell = tf.nn.rnn_cell.LSTMCell(5)
tf.nn.dynamic_rnn(cell, x, initial_state=cell.zero_state(2, tf.float32))
