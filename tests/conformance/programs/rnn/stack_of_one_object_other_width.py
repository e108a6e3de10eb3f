# [cell] * n fails where the input's size is not the number of units.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.BasicLSTMCell(10)
x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.MultiRNNCell([cell] * 2), x, dtype=tf.float32)
