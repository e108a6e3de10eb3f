# A variable is shared with its own shape only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [3, 4])
    tf.get_variable("w", [4, 3])
