# The dtype of a resource variable is no reference type.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE, use_resource=True):
    tf.get_variable("w", [2])
    tf.get_variable("w", [2], dtype=tf.int32)
