# An update outside of both scopes.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x, z):
    return tf.layers.dense(x, 1)


tf.layers.batch_normalization(tf.zeros([2, 3]), training=True)
m = tfgan.gan_model(gen, dis, tf.zeros((2, 6)), tf.random_normal([2, 3]))
ops = tfgan.gan_train_ops(
    m,
    tfgan.gan_loss(m),
    tf.train.AdamOptimizer(),
    tf.train.AdamOptimizer(),
    check_for_unused_update_ops=False,
)
ops = tfgan.gan_train_ops(m, tfgan.gan_loss(m), tf.train.AdamOptimizer(), tf.train.AdamOptimizer())
