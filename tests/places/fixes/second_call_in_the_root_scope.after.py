# w:0 b:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def affine(x, width):  # a helper without a parameter for it
    w = tf.get_variable("w", [4, width])
    return tf.matmul(x, w) + tf.get_variable("b", [width])


def discriminator(image, again=False):
    with tf.variable_scope(tf.get_variable_scope(), reuse=again):
        return affine(image, 1)


def judge(image):
    return discriminator(image)  # real or not


real = judge(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]), again=True)
print(*(v.name for v in tf.trainable_variables()))
