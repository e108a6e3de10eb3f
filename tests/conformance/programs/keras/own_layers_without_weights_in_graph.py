# A layer of the program that builds but has no weights lets every gradient through.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Kept(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.sizes = input_shape

    def call(self, x):
        return x * 2.0


class Built(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.input_spec = tf.keras.layers.InputSpec("float32", input_shape)
        super(Built, self).build(input_shape)

    def call(self, x):
        _, height, width, channels = self.input_spec.shape
        return tf.reshape(x * 2.0, (-1, height, width, channels))


class Weighted(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight("scale", [6])
        super(Weighted, self).build(input_shape)

    def call(self, x):
        return x * self.scale


x = tf.placeholder(tf.float32, [2, 4, 4, 6])
given = tf.keras.layers.Input((4, 4, 6))
for number, layer in enumerate([Kept(), Built(), Weighted()]):
    with tf.variable_scope("stage%d" % number):
        y = tf.layers.conv2d(layer(x), 5, 3, name="conv")
        tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y))
for number, layer in enumerate([Kept(), Built()]):
    with tf.variable_scope("model%d" % number):
        y = tf.keras.layers.Conv2D(5, 3, name="last%d" % number)(layer(given))
        tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y))
