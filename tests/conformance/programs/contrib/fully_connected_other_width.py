# A shared fully_connected layer with a wider input: Trying to share variable fc/weights.
# tensorflow: 1.15
import tensorflow as tf


def layer(x, reuse):
    return tf.contrib.layers.fully_connected(x, 4, scope="fc", reuse=reuse)


layer(tf.zeros([2, 3]), False)
layer(tf.zeros([2, 6]), True)
