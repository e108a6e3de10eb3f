# A caching device changes no name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", caching_device="/cpu:0", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [1])
    tf.get_variable("w", [1])
