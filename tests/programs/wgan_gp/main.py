"""WGAN with a gradient penalty: the critic is called on real, fake and mixed images."""
import argparse

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

DIM = 16
LAMBDA = 10
OUTPUT_DIM = 28 * 28


def leaky_relu(x, alpha=0.2):
    return tf.maximum(alpha * x, x)


def dense(name, x, units):
    n_in = int(x.shape[-1])
    with tf.variable_scope(name):
        w = tf.get_variable("w", [n_in, units], initializer=tf.glorot_uniform_initializer())
        b = tf.get_variable("b", [units], initializer=tf.zeros_initializer())
    return tf.nn.xw_plus_b(x, w, b)


def conv(name, x, filters, size=5, stride=2):
    channels = x.get_shape().as_list()[3]
    with tf.variable_scope(name):
        w = tf.get_variable("w", (size, size, channels, filters))
        b = tf.get_variable("b", filters, initializer=tf.constant_initializer(0.1))
        return tf.nn.conv2d(x, w, [1, stride, stride, 1], "SAME") + b


def generator(n_samples, noise=None, reuse=None):
    if noise is None:
        noise = tf.random_normal([n_samples, 32])
    with tf.variable_scope("Generator", reuse=reuse):
        out = tf.nn.relu(dense("Input", noise, 4 * 4 * 4 * DIM))
        out = tf.reshape(out, [-1, 4, 4, 4 * DIM])
        for number, (size, channels) in enumerate([(7, 2 * DIM), (14, DIM), (28, 1)], start=2):
            with tf.variable_scope("Deconv.%d" % number):
                w = tf.get_variable("w", [5, 5, channels, out.shape[-1].value if hasattr(out.shape[-1], "value") else out.shape[-1]])
                out = tf.image.resize_nearest_neighbor(out, [size // 2 + size % 2] * 2)
                out = tf.nn.conv2d_transpose(
                    out, w, [n_samples, size, size, channels], [1, 2, 2, 1], padding="SAME"
                )
            out = tf.nn.relu(out) if channels > 1 else tf.sigmoid(out)
        return tf.reshape(out, [-1, OUTPUT_DIM])


def discriminator(inputs, reuse=False):
    with tf.variable_scope("Discriminator", reuse=reuse):
        out = tf.reshape(inputs, [-1, 28, 28, 1])
        for i in range(3):
            out = leaky_relu(conv("%d" % (i + 1), out, DIM * 2 ** i))
        out = tf.reshape(out, [-1, 4 * 4 * 4 * DIM])
        return tf.reshape(dense("Output", out, 1), [-1])


def build(batch_size, learning_rate):
    real = tf.placeholder(tf.float32, shape=[batch_size, OUTPUT_DIM])
    fake = generator(batch_size)
    disc_real = discriminator(real)
    disc_fake = discriminator(fake, reuse=True)

    gen_cost = -tf.reduce_mean(disc_fake)
    disc_cost = tf.reduce_mean(disc_fake) - tf.reduce_mean(disc_real)
    alpha = tf.random_uniform(shape=[batch_size, 1], minval=0.0, maxval=1.0)
    interpolates = real + alpha * (fake - real)
    gradients = tf.gradients(discriminator(interpolates, reuse=True), [interpolates])[0]
    slopes = tf.sqrt(tf.reduce_sum(tf.square(gradients), axis=[1]))
    disc_cost += LAMBDA * tf.reduce_mean((slopes - 1.0) ** 2)

    gen_params = [v for v in tf.trainable_variables() if v.name.startswith("Generator")]
    disc_params = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="Discriminator")
    gen_op = tf.train.AdamOptimizer(learning_rate, beta1=0.5, beta2=0.9).minimize(
        gen_cost, var_list=gen_params
    )
    disc_op = tf.train.AdamOptimizer(learning_rate, beta1=0.5, beta2=0.9).minimize(
        disc_cost, var_list=disc_params
    )
    return real, gen_op, disc_op, disc_cost


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batch-size", type=int, default=4)
    parser.add_argument("--learning-rate", type=float, default=1e-4)
    parser.add_argument("--critic-iters", type=int, default=2)
    args = parser.parse_args()
    real, gen_op, disc_op, cost = build(args.batch_size, args.learning_rate)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(args.critic_iters):
            batch = np.random.rand(args.batch_size, OUTPUT_DIM)
            _disc_cost, _ = session.run([cost, disc_op], feed_dict={real: batch})
        session.run(gen_op)
        print("critic", _disc_cost)


if __name__ == "__main__":
    main()
