# AUTO_REUSE of one opening doesn't last for the next one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [1])
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
