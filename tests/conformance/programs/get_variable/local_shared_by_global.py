# Under reuse, get_variable finds what get_local_variable made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    local = tf.get_local_variable("hits", [])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("hits", []) is local
assert not tf.trainable_variables()
