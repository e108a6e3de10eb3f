# Look up with reuse=True, create when that raises ValueError: the second call finds what the first made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def get_or_create(name, shape):
    try:
        with tf.variable_scope(tf.get_variable_scope(), reuse=True):
            return tf.get_variable(name, shape)
    except ValueError:
        return tf.get_variable(name, shape)


with tf.variable_scope("net"):
    get_or_create("w", [2])
    get_or_create("w", [2])
    get_or_create("b", [1])
