# reuse_variables() on an open scope holds until it is left.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    first = tf.get_variable("w", [1])
    a.reuse_variables()
    second = tf.get_variable("w", [1])
assert first is second
