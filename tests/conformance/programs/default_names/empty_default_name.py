# An empty default name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, default_name=""):
    tf.get_variable("w", [1])
