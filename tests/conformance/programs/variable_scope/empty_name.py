# An empty name changes nothing at the root, and doubles the slash in a scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(""):
    tf.get_variable("w", [1])
with tf.variable_scope("a"):
    with tf.variable_scope(""):
        tf.get_variable("w", [1])
