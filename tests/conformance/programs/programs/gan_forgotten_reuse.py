# A GAN that forgets reuse on the second discriminator call: d/conv/w already exists.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def conv(x, filters, name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [5, 5, x.get_shape()[-1], filters])
        b = tf.get_variable("b", [filters], initializer=tf.constant_initializer(0.0))
        return tf.nn.bias_add(tf.nn.conv2d(x, w, [1, 2, 2, 1], padding="SAME"), b)


def linear(x, units, name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [x.get_shape()[1], units])
        return tf.matmul(x, w)


class Gan(object):
    def __init__(self, batch_size=8):
        self.batch_size = batch_size
        self.build()

    def discriminator(self, image, reuse=False):
        with tf.variable_scope("d") as scope:
            if reuse:
                scope.reuse_variables()
            h = tf.nn.relu(conv(image, 4, "conv"))
            size = int(np.prod(h.get_shape().as_list()[1:]))
            return linear(tf.reshape(h, [self.batch_size, size]), 1, "logits")

    def build(self):
        self.z = tf.placeholder(tf.float32, [self.batch_size, 10])
        with tf.variable_scope("g"):
            fake = tf.reshape(linear(self.z, 64, "fc"), [-1, 8, 8, 1])
        real = tf.placeholder(tf.float32, [self.batch_size, 8, 8, 1])
        self.real_logits = self.discriminator(real)
        self.fake_logits = self.discriminator(fake)


Gan()
