# Where operations run at once, an error inside a layer's call is told at its own line.
# tensorflow: 2.21
import numpy as np
import tensorflow.compat.v1 as tf


class Layer(tf.layers.Layer):
    def call(self, inputs):
        tf.get_variable("u", initializer=np.ones([2]), dtype="float32")
        return inputs


Layer()(tf.zeros([4, 6]))
