# The adversarial network's bug: the second call doesn't reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def discriminator(x, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [10, 1])
        return tf.matmul(x, w)


real = discriminator(tf.placeholder(tf.float32, [None, 10]))
fake = discriminator(tf.random_normal([4, 10]))
