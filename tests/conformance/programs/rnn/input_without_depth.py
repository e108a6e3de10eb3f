# The kernel needs the input's last dimension.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

words = tf.placeholder(tf.float32, [None, 7, None])
tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(5), words, dtype=tf.float32)
