# A convolution of integers has no initializer.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.contrib.layers.conv2d(tf.zeros([2, 8, 8, 3], tf.int32), 4, 3)
