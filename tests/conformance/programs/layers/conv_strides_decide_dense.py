# Strides and padding of the convolutions decide the width of the dense kernel behind flatten.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 28, 28, 1])
a = tf.layers.conv2d(x, 16, 5, strides=2, padding="same")
b = tf.layers.conv2d(a, 32, 5, strides=(2, 1), padding="valid")
c = tf.layers.conv2d(b, 8, [3, 2], dilation_rate=2, padding="VALID")
tf.layers.dense(tf.layers.flatten(c), 10)
