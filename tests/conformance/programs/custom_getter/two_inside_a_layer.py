# The innermost of two custom getters has the line of an error.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])


def getter(getter, name, *args, **kwargs):
    return getter(name, *args, **kwargs)


def outer(getter, *args, **kwargs):
    return getter(*args, **kwargs)


class Layer(tf.layers.Layer):
    def call(self, inputs):
        tf.get_variable("w", [3])
        tf.get_variable("w", [3])
        return inputs


with tf.variable_scope("a", custom_getter=outer):
    with tf.variable_scope("b", custom_getter=getter):
        Layer()(x)
