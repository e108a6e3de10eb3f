# A shared dense layer with another number of units: Trying to share variable fc/kernel.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def layer(x, units, reuse):
    return tf.layers.dense(x, units, tf.nn.relu, name="fc", reuse=reuse)


x = tf.zeros([2, 3])
layer(x, 4, None)
layer(x, 5, True)
