# A scope's dtype is inherited.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", dtype=tf.float16):
    with tf.variable_scope("b"):
        w = tf.get_variable("w", [2])
