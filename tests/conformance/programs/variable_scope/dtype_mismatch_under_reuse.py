# A reusing scope without the dtype of the first one asks for float32.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", dtype=tf.float64):
    tf.get_variable("w", [2])
with tf.variable_scope("a", reuse=True):
    tf.get_variable("w", [2])
