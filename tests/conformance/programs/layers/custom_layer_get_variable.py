# get_variable in a custom layer's call lives in the layer's scope and is shared from the second call on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Scale(tf.layers.Layer):
    def call(self, inputs):
        return inputs * tf.get_variable("factor", [])


scale = Scale()
scale(tf.zeros([2]))
scale(tf.zeros([2]))
Scale()(tf.zeros([2]))
Scale(name="last")(tf.zeros([2]))
