# g/w:0 d/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def generator(z, reuse=False):
    with tf.variable_scope("g", reuse=reuse):
        return tf.matmul(z, tf.get_variable("w", [2, 4]))


def discriminator(image, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


fake = generator(tf.random_normal([8, 2]))
real = discriminator(tf.placeholder(tf.float32, [None, 4]))
judged = discriminator(fake, reuse=True)
sample = generator(tf.random_normal([1, 2]), reuse=True)
print(*(v.name for v in tf.trainable_variables()))
