# xavier_initializer is callable, so it goes with a shape, and the shared variable keeps the first one.
# tensorflow: 1.15
import tensorflow as tf


def weights(name, shape):
    return tf.get_variable(name, shape, initializer=tf.contrib.layers.xavier_initializer())


with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    w1 = weights("w1", [3, 4])
    w2 = weights("w2", [4, 2])
    again = weights("w1", [None, 4])
conv = tf.get_variable(
    "conv", [3, 3, 1, 8], initializer=tf.contrib.layers.xavier_initializer_conv2d()
)
