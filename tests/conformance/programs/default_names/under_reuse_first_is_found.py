# A default name in a reusing scope finds the first block.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
