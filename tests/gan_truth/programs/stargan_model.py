# From one domain into another and back.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(x, t):
    t = tf.tile(tf.reshape(t, [2, 1, 1, 4]), [1, 8, 8, 1])
    return tf.layers.conv2d(tf.concat([x, t], 3), 3, 3, padding="same")


def dis(x, n):
    net = tf.layers.flatten(tf.layers.conv2d(x, 2, 3))
    return tf.layers.dense(net, 1), tf.layers.dense(net, n)


a = tf.placeholder(tf.float32, (2, 8, 8, 3))
model = tfgan.stargan_model(gen, dis, a, tf.one_hot([0, 1], 4))
loss = tfgan.stargan_loss(model)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(0.1), tf.train.AdamOptimizer(0.2))
tf.get_variable("x", model.reconstructed_data.shape[1:])
