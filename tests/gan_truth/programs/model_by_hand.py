# Tuples that the program makes itself, and scopes that are objects.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x, z):
    return tf.layers.dense(x, 1)


real, noise = tf.placeholder(tf.float32, (2, 6)), tf.random_normal([2, 3])
with tf.variable_scope("G") as g:
    fake = gen(noise)
with tf.variable_scope("D") as d:
    a = dis(fake, noise)
with tf.variable_scope(d, reuse=True):
    b = dis(real, noise)
model = tfgan.GANModel(
    noise,
    fake,
    tf.trainable_variables("G"),
    g,
    gen,
    real,
    b,
    a,
    tf.trainable_variables("D"),
    d,
    dis,
)
loss = tfgan.GANLoss(tf.reduce_mean(a), tf.reduce_mean(b) - tf.reduce_mean(a))
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(), tf.train.AdamOptimizer())
steps = tfgan.GANTrainSteps(1, 2)
tf.get_variable("n", [steps.generator_train_steps, steps.discriminator_train_steps])
with tf.variable_scope("again"):
    model = tfgan.gan_model(gen, dis, real, noise)
loss = tfgan.gan_loss(
    model, tfgan.losses.modified_generator_loss, tfgan.losses.modified_discriminator_loss
)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(), tf.train.AdamOptimizer())
model = tfgan.gan_model(gen, dis, real, noise, model.generator_scope, model.discriminator_scope)
