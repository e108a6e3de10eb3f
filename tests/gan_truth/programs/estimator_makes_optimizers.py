# Optimizers that the estimator has to make.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z, mode):
    net = tf.layers.dense(z, 4)
    net = tf.layers.batch_normalization(net, training=mode == tf.estimator.ModeKeys.TRAIN)
    return tf.layers.dense(net, 6)


def dis(x, z, mode):
    return tf.layers.dense(x, 1)


def inputs():
    return tf.random_normal([2, 3]), tf.zeros([2, 6])


def opt():
    return tf.train.MomentumOptimizer(0.1, 0.9)


est = tfgan.estimator.GANEstimator(
    generator_fn=gen,
    discriminator_fn=dis,
    generator_loss_fn=tfgan.losses.modified_generator_loss,
    discriminator_loss_fn=tfgan.losses.modified_discriminator_loss,
    generator_optimizer=opt,
    discriminator_optimizer=lambda: tf.train.RMSPropOptimizer(0.1),
)
est.train(inputs, steps=1)
