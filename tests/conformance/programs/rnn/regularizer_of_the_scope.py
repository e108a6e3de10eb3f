# Layers take no regularizer from the scope; get_variable does.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("net", regularizer=lambda w: tf.reduce_sum(w)):
    x = tf.placeholder(tf.float32, [None, 7, 5])
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)
    tf.get_variable("w", [1])
count = len(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
tf.get_variable("losses", [count + 1])
