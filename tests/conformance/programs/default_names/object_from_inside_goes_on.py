# A scope entered by object while it is open goes on numbering.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
    with tf.variable_scope(net):
        with tf.variable_scope(None, "block"):
            tf.get_variable("w", [1])
