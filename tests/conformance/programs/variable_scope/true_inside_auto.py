# reuse=True inside an AUTO_REUSE scope doesn't create.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    with tf.variable_scope("b", reuse=True):
        tf.get_variable("w", [1])
