# The shared dense layer behind flatten sees a larger image the second time: Trying to share variable d/fc/kernel.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def discriminate(image, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        h = tf.layers.conv2d(image, 4, 3, strides=2, padding="same", name="conv")
        return tf.layers.dense(tf.layers.flatten(h), 1, name="fc")


discriminate(tf.zeros([2, 16, 16, 3]))
discriminate(tf.zeros([2, 20, 20, 3]), reuse=True)
