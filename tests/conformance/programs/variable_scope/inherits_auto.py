# A nested scope inherits AUTO_REUSE.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        with tf.variable_scope("b"):
            tf.get_variable("w", [1])
