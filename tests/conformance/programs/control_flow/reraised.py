# A bare raise hands TensorFlow's error on after the handler made one more variable: net/v does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build(reuse):
    with tf.variable_scope("net", reuse=reuse):
        try:
            return tf.get_variable("v", [1])
        except ValueError:
            with tf.variable_scope("log", reuse=tf.AUTO_REUSE):
                tf.get_variable("failures", [1])
            raise


build(True)
