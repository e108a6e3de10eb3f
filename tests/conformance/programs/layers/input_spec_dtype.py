# A layer of the program that wants floats.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Doubled(tf.layers.Layer):
    def __init__(self):
        super(Doubled, self).__init__()
        self.input_spec = tf.layers.InputSpec(dtype='float32')

    def build(self, input_shape):
        self.w = self.add_weight("w", [2])

    def call(self, inputs):
        return inputs


Doubled()(tf.zeros([2], tf.int32))
