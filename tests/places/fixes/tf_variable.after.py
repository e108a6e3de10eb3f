# d/w:0 d/b:0
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def discriminator(image, reuse=None):
    with tf.variable_scope("d", reuse=reuse):
        w = tf.get_variable("w", initializer=tf.truncated_normal([4, 1]))
        b = tf.get_variable(
            "b", initializer=tf.zeros([1]),  # the bias
        )
        return tf.matmul(image, w) + b


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]), reuse=True)
print(*(v.name for v in tf.trainable_variables()))
