# The first wrong argument of a convolution is refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.layers.conv2d(x, 4, 3, padding='nope', strides=None, data_format='q')
