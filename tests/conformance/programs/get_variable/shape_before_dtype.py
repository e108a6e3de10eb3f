# If both shape and dtype differ, the shape is reported.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [2], tf.float64)
    tf.get_variable("w", [3], tf.int32)
