# Opening a scope again doesn't by itself share what it holds.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
