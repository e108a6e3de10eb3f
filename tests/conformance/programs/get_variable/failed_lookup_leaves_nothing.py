# A look-up that failed doesn't stop the name from being created.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
try:
    with tf.variable_scope("a", reuse=True):
        tf.get_variable("w", [2])
except ValueError:
    with tf.variable_scope("a"):
        tf.get_variable("w", [2])
