# Pools in front of two other kinds of models, and a weight that one of them refuses.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(zs):
    return tf.layers.dense(tf.concat(zs, 1), 6)


def dis(x, z):
    net = tf.layers.dense(x, 5)
    return tf.layers.dense(net, 1), [
        tf.distributions.Normal(loc=tf.layers.dense(net, 2, name="q"), scale=tf.ones([2, 2]))
    ]


real = tf.placeholder(tf.float32, (2, 6))
model = tfgan.infogan_model(gen, dis, real, [tf.random_normal([2, 3])], [tf.random_normal([2, 2])])
loss = tfgan.gan_loss(
    model, mutual_information_penalty_weight=1.0, tensor_pool_fn=tfgan.features.tensor_pool
)
ops = tfgan.gan_train_ops(
    model, loss, tf.train.GradientDescentOptimizer(0.1), tf.train.AdamOptimizer(0.2)
)


def gen2(z):
    return tf.layers.dense(z, 6)


def dis2(x, z):
    net = tf.layers.dense(x, 5)
    return tf.layers.dense(net, 1), tf.layers.dense(net, 4)


model = tfgan.acgan_model(
    gen2,
    dis2,
    real,
    tf.random_normal([2, 3]),
    tf.one_hot([1, 2], 4),
    generator_scope="G",
    discriminator_scope="D",
)
loss = tfgan.gan_loss(
    model,
    aux_cond_generator_weight=1.0,
    aux_cond_discriminator_weight=1.0,
    tensor_pool_fn=lambda x: tfgan.features.tensor_pool(x, 20),
    gradient_penalty_weight=2.0,
)
with tf.variable_scope("outer"):
    ops = tfgan.gan_train_ops(
        model, loss, tf.train.GradientDescentOptimizer(0.1), tf.train.AdamOptimizer(0.2)
    )
tfgan.gan_loss(model, mutual_information_penalty_weight=1.0)
