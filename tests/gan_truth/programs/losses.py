# Losses by their names, one of the program's own, and steps under reuse.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6, kernel_regularizer=tf.contrib.layers.l2_regularizer(0.1))


def dis(x, z):
    return tf.layers.dense(x, 1)


model = tfgan.gan_model(gen, dis, tf.placeholder(tf.float32, (2, 6)), tf.random_normal([2, 3]))


def own(m, add_summaries=False):
    return tf.reduce_mean(m.discriminator_gen_outputs)


loss = tfgan.gan_loss(model, generator_loss_fn=own)
for name in ("acgan", "minimax", "modified", "wasserstein", "least_squares"):
    if name == "acgan":
        continue
    g = getattr(tfgan.losses, name + "_generator_loss")(model)
    d = getattr(tfgan.losses, name + "_discriminator_loss")(model)
    tf.get_variable(name, [1] + g.shape.as_list() + d.shape.as_list())
total = (
    tfgan.losses.combine_adversarial_loss(loss, model, 1.0, weight_factor=1.0) if False else loss
)
with tf.variable_scope("train", reuse=True):
    ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(), tf.train.AdamOptimizer())
