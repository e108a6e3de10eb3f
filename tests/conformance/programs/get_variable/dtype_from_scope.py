# The scope's dtype stands in for the one that isn't given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", dtype=tf.float64):
    x = tf.get_variable("x", [2])
with tf.variable_scope("b", dtype=tf.float64):
    y = tf.get_variable("x", [2], dtype=tf.float32)
assert x.dtype.base_dtype == tf.float64 and y.dtype.base_dtype == tf.float32
