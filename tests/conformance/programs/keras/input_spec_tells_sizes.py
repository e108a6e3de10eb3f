# A layer of the program takes its input's sizes from the specification that it kept.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class MinibatchDeviation(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.input_spec = tf.keras.layers.InputSpec("float32", input_shape)

    def call(self, x):
        _, height, width, channels = self.input_spec.shape
        y = tf.reshape(x, (1, -1, height, width, channels))
        y = tf.reduce_mean(tf.square(y - tf.reduce_mean(y, axis=0, keepdims=True)), axis=0)
        y = tf.reduce_sum(tf.sqrt(y + 1e-3), axis=[1, 2, 3], keepdims=True)
        return tf.concat([x, tf.tile(y, [1, height, width, 1])], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:3], input_shape[3] + 1)


x = tf.placeholder(tf.float32, [None, 4, 4, 6])
y = MinibatchDeviation()(x)
with tf.variable_scope("after"):
    tf.layers.conv2d(y, 5, 3)
spec = tf.keras.layers.InputSpec(shape=(None, 8, 3))
tf.get_variable("sizes", list(spec.shape[1:]))
