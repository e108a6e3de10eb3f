# In a scope that is still open, numbering goes on after reuse_variables().
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
    net.reuse_variables()
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
