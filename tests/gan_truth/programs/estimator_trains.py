# An estimator's graph for training; one function asks for the mode.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z, mode):
    return tf.layers.dense(z["z"], 6)


def dis(x, z):
    return tf.layers.dense(x, 1)


def inputs():
    return {"z": tf.random_normal([2, 3])}, tf.zeros([2, 6])


est = tfgan.estimator.GANEstimator(
    "/tmp/none_gan",
    generator_fn=gen,
    discriminator_fn=dis,
    generator_loss_fn=tfgan.losses.wasserstein_generator_loss,
    discriminator_loss_fn=tfgan.losses.wasserstein_discriminator_loss,
    generator_optimizer=tf.train.AdamOptimizer(0.1, 0.5),
    discriminator_optimizer=tf.train.AdamOptimizer(0.1, 0.5),
)
est.train(inputs, steps=1)
