# A GAN whose discriminator takes a reuse flag: two networks, each trained on its own variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def generator(z):
    with tf.variable_scope("generator"):
        h = tf.layers.dense(z, 7 * 7 * 16, activation=tf.nn.relu, name="project")
        h = tf.reshape(h, [-1, 7, 7, 16])
        h = tf.layers.conv2d_transpose(h, 8, 5, 2, "same", activation=tf.nn.relu)
        return tf.layers.conv2d_transpose(h, 1, 5, 2, "same", activation=tf.nn.tanh)


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        h = tf.layers.conv2d(image, 8, 5, 2, "same", activation=tf.nn.leaky_relu)
        h = tf.layers.conv2d(h, 16, 5, 2, "same", activation=tf.nn.leaky_relu)
        return tf.layers.dense(tf.layers.flatten(h), 1)


def cross_entropy(logits, label):
    labels = tf.fill(tf.shape(logits), label)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


z = tf.placeholder(tf.float32, [None, 64])
real = tf.placeholder(tf.float32, [None, 28, 28, 1])
fake = generator(z)
real_logits = discriminator(real)
fake_logits = discriminator(fake, reuse=True)
d_loss = cross_entropy(real_logits, 0.9) + cross_entropy(fake_logits, 0.0)
g_loss = cross_entropy(fake_logits, 1.0)
d_vars = [v for v in tf.trainable_variables() if v.name.startswith("discriminator")]
g_vars = [v for v in tf.trainable_variables() if v.name.startswith("generator")]
train_d = tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(d_loss, var_list=d_vars)
train_g = tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(g_loss, var_list=g_vars)
