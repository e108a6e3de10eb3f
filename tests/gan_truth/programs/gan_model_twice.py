# Names of scopes, a gradient penalty, and the same scopes once more.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    with tf.variable_scope("inner"):
        w = tf.get_variable("w", [3, 6])
        return tf.matmul(z, w)


def dis(x, z):
    w = tf.get_variable("w", [6, 1])
    n = tf.layers.batch_normalization(tf.matmul(x, w), training=True)
    return n


real = tf.placeholder(tf.float32, (2, 6))
noise = tf.random_normal([2, 3])
model = tfgan.gan_model(gen, dis, real, noise, generator_scope="G", discriminator_scope="D")
loss = tfgan.gan_loss(
    model,
    generator_loss_fn=tfgan.losses.least_squares_generator_loss,
    discriminator_loss_fn=tfgan.losses.least_squares_discriminator_loss,
    gradient_penalty_weight=1.0,
)
with tf.name_scope("train"):
    ops = tfgan.gan_train_ops(
        model, loss, tf.train.MomentumOptimizer(0.1, 0.9), tf.train.RMSPropOptimizer(0.2)
    )
with tf.variable_scope("G", reuse=True):
    out = gen(noise)
tf.get_variable("out", out.shape)
model2 = tfgan.gan_model(gen, dis, real, noise, generator_scope="G", discriminator_scope="D")
