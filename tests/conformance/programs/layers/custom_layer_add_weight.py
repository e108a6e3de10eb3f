# add_weight in a custom layer's build names the variable after the layer's scope, here by its class in snake case.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class PositionBias(tf.layers.Layer):
    def __init__(self, size, **kwargs):
        super(PositionBias, self).__init__(**kwargs)
        self.size = size

    def build(self, input_shape):
        self.bias = self.add_weight("bias", [self.size, int(input_shape[-1])])
        super(PositionBias, self).build(input_shape)

    def call(self, inputs):
        return inputs + self.bias


with tf.variable_scope("encoder"):
    PositionBias(5)(tf.zeros([2, 5, 3]))
    PositionBias(5)(tf.zeros([2, 5, 4]))
PositionBias(6, name="top")(tf.zeros([2, 6, 3]))
