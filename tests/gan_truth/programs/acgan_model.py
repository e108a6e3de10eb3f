# A discriminator that also gives classes.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(z):
    return tf.layers.dense(z, 6)


def dis(x, z):
    net = tf.layers.dense(x, 5)
    return tf.layers.dense(net, 1), tf.layers.dense(net, 4)


real = tf.placeholder(tf.float32, (2, 6))
labels = tf.one_hot(tf.constant([1, 2]), 4)
model = tfgan.acgan_model(gen, dis, real, tf.random_normal([2, 3]), labels)
loss = tfgan.gan_loss(model, aux_cond_generator_weight=1.0, aux_cond_discriminator_weight=1.0)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(0.1), tf.train.AdamOptimizer(0.2))
tf.get_variable("n", [len(model)])
tf.get_variable("m", model.discriminator_gen_classification_logits.shape)
