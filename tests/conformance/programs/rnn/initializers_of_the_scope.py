# A constant as the scope's initializer has a shape of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("net", initializer=tf.random_uniform_initializer(-0.1, 0.1)):
    x = tf.placeholder(tf.float32, [None, 7, 5])
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, dtype=tf.float32)
with tf.variable_scope("other", initializer=0.1):
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, dtype=tf.float32)
