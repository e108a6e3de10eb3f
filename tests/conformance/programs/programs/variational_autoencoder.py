# A variational autoencoder whose decoder samples a second time with reuse, and meets a wider code: dec/fc/kernel does not fit.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def encoder(x, size):
    with tf.variable_scope("enc"):
        h = tf.layers.dense(x, 32, tf.nn.relu)
        moments = tf.layers.dense(h, 2 * size)
        mean, log_variance = tf.split(moments, 2, axis=1)
        return mean, log_variance


def decoder(z, reuse=False):
    with tf.variable_scope("dec", reuse=reuse):
        h = tf.layers.dense(z, 32, tf.nn.relu, name="fc")
        return tf.layers.dense(h, 64, name="logits")


x = tf.placeholder(tf.float32, [None, 64])
mean, log_variance = encoder(x, 8)
z = mean + tf.exp(0.5 * log_variance) * tf.random_normal(tf.shape(mean))
logits = decoder(z)
likelihood = tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits)
divergence = -0.5 * tf.reduce_sum(1.0 + log_variance - mean**2 - tf.exp(log_variance), 1)
tf.train.AdamOptimizer().minimize(tf.reduce_mean(tf.reduce_sum(likelihood, 1) + divergence))
samples = decoder(tf.random_normal([16, 10]), reuse=True)
