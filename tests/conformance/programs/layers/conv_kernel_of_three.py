# A kernel has as many sizes as the convolution has dimensions.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.layers.conv2d(x, 4, (1, 2, 3))
