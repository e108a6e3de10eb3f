# d/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def discriminator(image, reuse=False):  # a network
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", [4, 1])
        return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(
    tf.random_normal([8, 4]),  # noise
    reuse=True,
)
print(*(v.name for v in tf.trainable_variables()))
