# static_rnn takes one step at least.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.static_rnn(tf.nn.rnn_cell.BasicLSTMCell(3), [], dtype=tf.float32)
