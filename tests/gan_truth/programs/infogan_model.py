# Structured noise that the discriminator recognizes.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(zs):
    z = tf.concat(zs, 1)
    return tf.layers.dense(z, 6)


def dis(x, z):
    net = tf.layers.dense(x, 5)
    logits = tf.layers.dense(net, 1)
    with tf.variable_scope(tf.get_variable_scope(), reuse=tf.AUTO_REUSE):
        q = tf.layers.dense(net, 2, name="q")
    return logits, [tf.distributions.Normal(loc=q, scale=tf.ones_like(q))]


real = tf.placeholder(tf.float32, (2, 6))
model = tfgan.infogan_model(gen, dis, real, [tf.random_normal([2, 3])], [tf.random_normal([2, 2])])
loss = tfgan.gan_loss(model, mutual_information_penalty_weight=1.0)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(0.1), tf.train.AdamOptimizer(0.2))
tf.get_variable(
    "n", [len(model), len(model.structured_generator_inputs), len(model.predicted_distributions)]
)
