# What was opened inside a scope entered by object is forgotten on its exit.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    with tf.variable_scope(net):
        with tf.variable_scope(None, "block"):
            tf.get_variable("w", [1])
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
