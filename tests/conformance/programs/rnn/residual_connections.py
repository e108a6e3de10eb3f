# Input and output of a residual cell agree in size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.LSTMCell(3))
tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [4, 7, 3]), dtype=tf.float32)
with tf.variable_scope("wrong"):
    cell = tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.LSTMCell(3))
    tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [4, 7, 5]), dtype=tf.float32)
