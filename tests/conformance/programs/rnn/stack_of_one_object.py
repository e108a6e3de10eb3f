# [cell] * n is one cell, which fits only where the sizes agree.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.BasicLSTMCell(5)
x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.MultiRNNCell([cell] * 3), x, dtype=tf.float32)
