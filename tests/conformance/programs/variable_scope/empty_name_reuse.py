# The root can be opened again by the empty name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
with tf.variable_scope("", reuse=True):
    tf.get_variable("w", [1])
