# Optimizers that clip, a loss with a pool.
import tensorflow as tf

tfgan = tf.contrib.gan
F = tfgan.features
w = tf.get_variable("w", [3, 4])
opt = F.clip_variables(tf.train.AdamOptimizer(0.1), [w], 0.1)
opt.minimize(tf.reduce_sum(w))


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x, z):
    return tf.layers.dense(x, 1)


model = tfgan.gan_model(gen, dis, tf.placeholder(tf.float32, (2, 6)), tf.random_normal([2, 3]))
pooled = tfgan.gan_loss(model, tensor_pool_fn=tfgan.features.tensor_pool)
loss = tfgan.gan_loss(model)
opt = F.clip_discriminator_weights(tf.train.RMSPropOptimizer(0.1), model, 0.1)
tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(), opt)
