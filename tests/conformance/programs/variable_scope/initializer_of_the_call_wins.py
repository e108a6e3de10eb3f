# An initializer of the call replaces the scope's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", initializer=1.0):
    tf.get_variable("w", [2], initializer=tf.zeros_initializer())
