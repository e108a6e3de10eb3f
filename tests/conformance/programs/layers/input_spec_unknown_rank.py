# A layer of the program that wants a rank: only TensorFlow 1 minds where it isn't known.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Doubled(tf.layers.Layer):
    def __init__(self):
        super(Doubled, self).__init__()
        self.input_spec = tf.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        self.w = self.add_weight("w", [2])

    def call(self, inputs):
        return inputs


Doubled()(tf.placeholder(tf.float32))
