# A name with a slash opens the same place as two nested scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b"):
        tf.get_variable("w", [1])
with tf.variable_scope("a/b", reuse=True):
    tf.get_variable("w", [1])
