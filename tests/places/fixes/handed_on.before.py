# d/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def discriminator(image, reuse=False):
    with tf.variable_scope(
        "d",
    ):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]), reuse=True)
print(*(v.name for v in tf.trainable_variables()))
