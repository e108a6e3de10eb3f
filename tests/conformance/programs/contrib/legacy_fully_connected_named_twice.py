# The old fully connected layers share a default name.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.contrib.layers.legacy_relu(x, 2)
tf.contrib.layers.legacy_fully_connected(x, 2)
tf.contrib.layers.legacy_linear(x, 2)
with tf.variable_scope('s'):
    tf.contrib.layers.legacy_fully_connected(x, 2, name='f')
    tf.contrib.layers.legacy_fully_connected(x, 2, name='f')
