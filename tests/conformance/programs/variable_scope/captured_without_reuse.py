# A captured scope object doesn't reuse by itself.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as scope:
    tf.get_variable("w", [1])
with tf.variable_scope(scope):
    tf.get_variable("w", [1])
