# Inside a scope the empty name doesn't reach the scope's variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
    with tf.variable_scope("", reuse=True):
        tf.get_variable("w", [1])
