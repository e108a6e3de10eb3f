# A discriminator without its second argument.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x):
    return tf.layers.dense(x, 1)


m = tfgan.gan_model(gen, dis, tf.placeholder(tf.float32, (2, 6)), tf.random_normal([2, 3]))
