# The old fully connected layer wants a matrix.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.contrib.layers.legacy_fully_connected(tf.zeros([3]), 2)
