# Weights that a subclassed layer adds, some of them not trainable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))


class Scale(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight("w", shape=(int(shape[-1]), 2))
        self.b = self.add_weight(name="b", shape=(2,), trainable=False, initializer="zeros")
        super(Scale, self).build(shape)

    def call(self, x):
        return tf.matmul(x, self.w) + self.b


scale = Scale()
scale(x)
scale(x)
Scale(name="named")(x)
