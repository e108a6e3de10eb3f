# Leaving a scope entered by object restores all counts, also those of other scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    pass
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
with tf.variable_scope(net):
    tf.get_variable("v", [1])
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
