# Re-opening the scope around a contrib network without reuse: g/fully_connected/weights already exists.
# tensorflow: 1.15
import tensorflow as tf


def generator(z):
    with tf.variable_scope("g"):
        h = tf.contrib.layers.fully_connected(z, 8)
        return tf.contrib.layers.fully_connected(h, 3, activation_fn=tf.tanh)


sample = generator(tf.zeros([2, 4]))
other = generator(tf.ones([2, 4]))
