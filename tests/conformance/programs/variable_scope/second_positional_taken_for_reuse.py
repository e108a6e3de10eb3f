# A True in the place of default_name doesn't reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", False):
    tf.get_variable("w", [1])
with tf.variable_scope("a", True):
    tf.get_variable("w", [1])
