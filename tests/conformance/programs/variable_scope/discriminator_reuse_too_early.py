# The adversarial network's other bug: already the first call reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def discriminator(x, reuse):
    with tf.variable_scope("d", reuse=reuse):
        return tf.matmul(x, tf.get_variable("w", [10, 1]))


fake = discriminator(tf.random_normal([4, 10]), True)
real = discriminator(tf.placeholder(tf.float32, [None, 10]), False)
