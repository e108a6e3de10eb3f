# The formats of a transposed convolution in space.
# tensorflow: 1.15
import tensorflow as tf

x2 = tf.zeros([4, 4])
x3 = tf.zeros([4, 4, 4])
x4 = tf.zeros([4, 4, 4, 4])
x5 = tf.zeros([4, 4, 4, 4, 4])
tf.contrib.layers.conv3d_transpose(x5, 3, 3, data_format="NHWC")
