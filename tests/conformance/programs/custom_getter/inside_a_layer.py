# A custom getter isn't converted: an error stays on its line, though not on the layer's, in TensorFlow 2.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])


def getter(getter, name, *args, **kwargs):
    return getter(name, *args, **kwargs)


class Layer(tf.layers.Layer):
    def call(self, inputs):
        tf.get_variable("w", [3])
        tf.get_variable("w", [3])
        return inputs


with tf.variable_scope("a", custom_getter=getter):
    Layer()(x)
