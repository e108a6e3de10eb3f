# static_rnn does not take a tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
tf.nn.static_rnn(tf.nn.rnn_cell.BasicLSTMCell(3), x, dtype=tf.float32)
