# What is generated has another shape than real data.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x, z):
    return tf.layers.dense(x, 1)


m = tfgan.gan_model(
    gen, dis, tf.placeholder(tf.float32, (2, 6)), tf.random_normal([2, 3]), check_shapes=False
)
tfgan.gan_model(
    gen,
    dis,
    tf.placeholder(tf.float32, (4, 6)),
    tf.random_normal([2, 3]),
    generator_scope="g2",
    discriminator_scope="d2",
)
