# reuse=False doesn't switch an inherited reuse=True off.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    with tf.variable_scope("b", reuse=False):
        tf.get_variable("w", [1])
