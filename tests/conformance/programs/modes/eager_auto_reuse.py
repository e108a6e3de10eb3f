# AUTO_REUSE shares nothing under eager execution.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf


def weights():
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return tf.get_variable("w", [2, 2])


assert weights() is not weights()
