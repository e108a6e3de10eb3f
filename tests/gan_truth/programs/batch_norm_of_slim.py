# Normalized layers of slim, with a penalty that calls them again.
import tensorflow as tf

tfgan = tf.contrib.gan
slim = tf.contrib.slim


def gen(z, is_training=True):
    with slim.arg_scope(
        [slim.fully_connected],
        normalizer_fn=slim.batch_norm,
        normalizer_params={"is_training": is_training},
    ):
        return slim.fully_connected(slim.fully_connected(z, 4), 6, normalizer_fn=None)


def dis(x, unused, is_training=True):
    with slim.arg_scope([slim.fully_connected], normalizer_fn=slim.batch_norm):
        net = slim.fully_connected(x, 4)
        return slim.linear(net, 1)


real = tf.placeholder(tf.float32, (2, 6))
noise = tf.random_normal([2, 3])
model = tfgan.gan_model(gen, dis, real_data=real, generator_inputs=noise)
loss = tfgan.gan_loss(model, gradient_penalty_weight=1.0, add_summaries=False)
ops = tfgan.gan_train_ops(
    model,
    loss,
    generator_optimizer=tf.train.AdamOptimizer(0.1, 0.5),
    discriminator_optimizer=tf.train.AdamOptimizer(0.2),
    summarize_gradients=False,
)
with tf.variable_scope("Generator", reuse=True):
    gen(noise, is_training=False)
with tf.variable_scope(model.generator_scope, reuse=True):
    gen(noise, is_training=False)
tf.get_variable("ups", [len(tf.get_collection(tf.GraphKeys.UPDATE_OPS))])
