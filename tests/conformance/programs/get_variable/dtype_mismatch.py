# A variable is shared with its own dtype only; the default asks for float32.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [2], dtype=tf.float64)
    tf.get_variable("w", [2])
