# Dots, dashes and slashes are fine in a scope's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("res-2.a"):
    tf.get_variable("w", [1])
with tf.variable_scope("a/"):
    tf.get_variable("w", [1])
