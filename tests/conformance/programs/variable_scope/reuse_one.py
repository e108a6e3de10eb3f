# 1 is not True, and the error comes before the scope is entered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
scope = tf.variable_scope("a", reuse=1)
