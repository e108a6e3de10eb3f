# biases_initializer=None leaves only the weights.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 3])
h = tf.contrib.layers.conv2d(x, 4, 3, biases_initializer=None)
h = tf.contrib.layers.flatten(h)
tf.contrib.layers.fully_connected(h, 2, biases_initializer=None, scope="out")
