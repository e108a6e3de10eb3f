# AUTO_REUSE makes the first time and shares the second.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

for _ in range(2):
    with tf.variable_scope("encoder", reuse=tf.AUTO_REUSE):
        x = tf.placeholder(tf.float32, [None, 7, 4])
        tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicRNNCell(5), x, dtype=tf.float32)
