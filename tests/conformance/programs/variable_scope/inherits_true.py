# A nested scope inherits reuse=True.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope("b"):
        tf.get_variable("w", [1])
