# Two models in a cycle.
import tensorflow as tf

tfgan = tf.contrib.gan


def gen(x):
    return tf.layers.conv2d(x, 3, 3, padding="same")


def dis(x, z):
    return tf.layers.conv2d(x, 1, 3)


a = tf.placeholder(tf.float32, (2, 8, 8, 3))
b = tf.placeholder(tf.float32, (2, 8, 8, 3))
model = tfgan.cyclegan_model(gen, dis, a, b)
loss = tfgan.cyclegan_loss(model)
ops = tfgan.gan_train_ops(model, loss, tf.train.AdamOptimizer(0.1), tf.train.AdamOptimizer(0.2))
tf.get_variable("x", model.reconstructed_x.shape[1:])
for v in model.model_x2y.generator_variables:
    tf.get_variable("v_" + v.op.name.replace("/", "_"), [1])
tf.get_variable("n", [len(ops), len(loss)])
