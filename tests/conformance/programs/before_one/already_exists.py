# The message knows no AUTO_REUSE.
# tensorflow: 0.12
import tensorflow as tf


def discriminator(image):
    with tf.variable_scope("discriminator"):
        weights = tf.get_variable("w", [4, 1])
        return tf.matmul(tf.concat(1, [image, image]), weights)


real = discriminator(tf.placeholder(tf.float32, [None, 2]))
fake = discriminator(tf.zeros([8, 2]))
