# The scope's initializer is not held against the dtype of the call.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", initializer=1.0):
    w = tf.get_variable("w", dtype=tf.int32)
