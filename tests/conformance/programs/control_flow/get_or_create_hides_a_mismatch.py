# The same idiom with another shape: the look-up fails on the shape, and the creation says that w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def get_or_create(name, shape):
    with tf.variable_scope("net"):
        try:
            with tf.variable_scope(tf.get_variable_scope(), reuse=True):
                return tf.get_variable(name, shape)
        except ValueError:
            return tf.get_variable(name, shape)


get_or_create("w", [2])
get_or_create("w", [3])
