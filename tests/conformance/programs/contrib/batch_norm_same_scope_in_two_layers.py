# A helper that gives every batch_norm the scope bn: g/bn/beta already exists at the second one.
# tensorflow: 1.15
import tensorflow as tf


def dense_bn(x, units):
    x = tf.contrib.layers.fully_connected(x, units, activation_fn=None)
    return tf.contrib.layers.batch_norm(x, scope="bn")


with tf.variable_scope("g"):
    h = dense_bn(tf.zeros([2, 3]), 4)
    h = dense_bn(h, 4)
