# Spectral normalization inside a model, and of too many variables.
import tensorflow as tf

tfgan = tf.contrib.gan
F = tfgan.features


def gen(inputs):
    z, labels = inputs
    net = tf.layers.dense(z, 8)
    net = F.condition_tensor_from_onehot(net, labels)
    return tf.layers.dense(net, 6)


def dis(x, inputs):
    _, labels = inputs
    with tf.variable_scope("sn", custom_getter=F.spectral_normalization_custom_getter()):
        net = tf.layers.dense(x, 5)
    net = F.condition_tensor_from_onehot(net, labels)
    return tf.layers.dense(net, 1)


model = tfgan.gan_model(
    gen, dis, tf.placeholder(tf.float32, (2, 6)), (tf.random_normal([2, 3]), tf.one_hot([0, 1], 4))
)
loss = tfgan.gan_loss(
    model,
    tfgan.losses.wasserstein_generator_loss,
    tfgan.losses.wasserstein_discriminator_loss,
    gradient_penalty_weight=1.0,
)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(), tf.train.AdamOptimizer())
sn = F.spectral_normalization_custom_getter(
    name_filter=lambda n: "bias" not in n, power_iteration_rounds=2
)
with tf.variable_scope("own", custom_getter=sn):
    tf.get_variable("w", [3, 4])
    tf.get_variable("bias", [4])
    tf.get_variable("gamma", [4])
