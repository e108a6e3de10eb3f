# A default name can't be combined with AUTO_REUSE, either.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, default_name="block", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [1])
