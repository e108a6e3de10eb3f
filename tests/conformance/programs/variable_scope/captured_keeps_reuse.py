# A scope captured while it reuses goes on reusing, even against reuse=False.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
with tf.variable_scope("a", reuse=True) as a:
    tf.get_variable("w", [1])
with tf.variable_scope(a, reuse=False):
    tf.get_variable("v", [1])
