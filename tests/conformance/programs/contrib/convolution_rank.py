# There is no convolution over four dimensions.
# tensorflow: 1.15
import tensorflow as tf

x2 = tf.zeros([4, 4])
x3 = tf.zeros([4, 4, 4])
x4 = tf.zeros([4, 4, 4, 4])
x5 = tf.zeros([4, 4, 4, 4, 4])
tf.contrib.layers.convolution(tf.zeros([2,2,2,2,2,2]),3,3)
