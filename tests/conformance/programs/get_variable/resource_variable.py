# A resource variable is stored and shared like any other.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", use_resource=True):
    made = tf.get_variable("w", [2])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("w", [2]) is made
