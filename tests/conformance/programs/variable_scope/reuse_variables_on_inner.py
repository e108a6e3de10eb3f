# reuse_variables() on an inner scope doesn't reach the outer one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b"):
        tf.get_variable("w", [1])
        tf.get_variable_scope().reuse_variables()
        tf.get_variable("w", [1])
    tf.get_variable("w", [1])
