# A default name in a reusing scope is accepted; it looks for its own name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope(None, default_name="block"):
        tf.get_variable("w", [1])
