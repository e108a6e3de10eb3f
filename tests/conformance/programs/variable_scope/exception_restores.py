# An exception inside a scope leaves it, and its reuse, behind.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
try:
    with tf.variable_scope("a", reuse=True):
        raise KeyError("no data")
except KeyError:
    pass
tf.get_variable("w", [1])
