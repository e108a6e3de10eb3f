# The adversarial network's idiom: the second call passes reuse=True.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def discriminator(x, reuse=False):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [10, 1])
        b = tf.get_variable("b", [1], initializer=tf.zeros_initializer())
        return tf.matmul(x, w) + b


real = discriminator(tf.placeholder(tf.float32, [None, 10]))
fake = discriminator(tf.random_normal([4, 10]), reuse=True)
