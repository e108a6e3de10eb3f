# A scope entered by object after it was closed starts numbering anew.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    with tf.variable_scope(None, "block"):
        w = tf.get_variable("w", [1])
with tf.variable_scope(net, reuse=True):
    with tf.variable_scope(None, "block"):
        assert tf.get_variable("w", [1]) is w
