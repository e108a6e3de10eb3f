# reuse=True shares what exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    first = tf.get_variable("w", [1])
with tf.variable_scope("a", reuse=True):
    second = tf.get_variable("w", [1])
assert first is second
