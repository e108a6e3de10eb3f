# reuse_variables() on an open scope doesn't hold for its next opening by name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
    tf.get_variable_scope().reuse_variables()
with tf.variable_scope("a"):
    tf.get_variable("b", [1])
