from __future__ import division

import math

import numpy as np
import tensorflow as tf

from ops import *


def conv_out_size_same(size, stride):
    return int(math.ceil(float(size) / float(stride)))


class DCGAN(object):
    def __init__(self, sess, image_size=32, batch_size=4, z_dim=10, gf_dim=8, df_dim=8, c_dim=3, checkpoint_dir=None):
        self.sess = sess
        self.batch_size = batch_size
        self.image_size = image_size
        self.z_dim, self.gf_dim, self.df_dim, self.c_dim = z_dim, gf_dim, df_dim, c_dim
        self.checkpoint_dir = checkpoint_dir
        self.d_bn1 = batch_norm(name="d_bn1")
        self.d_bn2 = batch_norm(name="d_bn2")
        self.g_bn0 = batch_norm(name="g_bn0")
        self.g_bn1 = batch_norm(name="g_bn1")
        self.build_model()

    def build_model(self):
        image_dims = [self.image_size, self.image_size, self.c_dim]
        self.inputs = tf.placeholder(tf.float32, [self.batch_size] + image_dims, name="real_images")
        self.z = tf.placeholder(tf.float32, [None, self.z_dim], name="z")
        self.z_sum = tf.summary.histogram("z", self.z)

        self.G = self.generator(self.z)
        self.D, self.D_logits = self.discriminator(self.inputs, reuse=False)
        self.sampler_images = self.sampler(self.z)
        self.D_, self.D_logits_ = self.discriminator(self.G, reuse=True)

        def cross_entropy(x, y):
            return tf.nn.sigmoid_cross_entropy_with_logits(logits=x, labels=y)

        self.d_loss_real = tf.reduce_mean(cross_entropy(self.D_logits, tf.ones_like(self.D)))
        self.d_loss_fake = tf.reduce_mean(cross_entropy(self.D_logits_, tf.zeros_like(self.D_)))
        self.g_loss = tf.reduce_mean(cross_entropy(self.D_logits_, tf.ones_like(self.D_)))
        self.d_loss = self.d_loss_real + self.d_loss_fake

        t_vars = tf.trainable_variables()
        self.d_vars = [var for var in t_vars if "d_" in var.name]
        self.g_vars = [var for var in t_vars if "g_" in var.name]
        self.saver = tf.train.Saver()

    def train(self, config):
        d_optim = tf.train.AdamOptimizer(config.learning_rate, beta1=config.beta1).minimize(
            self.d_loss, var_list=self.d_vars
        )
        g_optim = tf.train.AdamOptimizer(config.learning_rate, beta1=config.beta1).minimize(
            self.g_loss, var_list=self.g_vars
        )
        try:
            tf.global_variables_initializer().run()
        except AttributeError:
            tf.initialize_all_variables().run()
        for epoch in range(config.epoch):
            for _ in range(1):
                images = np.random.uniform(-1, 1, self.inputs.get_shape().as_list())
                z = np.random.uniform(-1, 1, [self.batch_size, self.z_dim]).astype(np.float32)
                self.sess.run(d_optim, feed_dict={self.inputs: images, self.z: z})
                self.sess.run(g_optim, feed_dict={self.z: z})
                print("epoch %d loss %.4f" % (epoch, self.d_loss_fake.eval({self.z: z})))

    def discriminator(self, image, reuse=False):
        with tf.variable_scope("discriminator") as scope:
            if reuse:
                scope.reuse_variables()
            h0 = lrelu(conv2d(image, self.df_dim, name="d_h0_conv"))
            h1 = lrelu(self.d_bn1(conv2d(h0, self.df_dim * 2, name="d_h1_conv")))
            h2 = lrelu(self.d_bn2(conv2d(h1, self.df_dim * 4, name="d_h2_conv")))
            h3 = linear(tf.reshape(h2, [self.batch_size, -1]), 1, "d_h2_lin")
            return tf.nn.sigmoid(h3), h3

    def generator(self, z):
        with tf.variable_scope("generator"):
            return self._decode(z, True)

    def sampler(self, z):
        with tf.variable_scope("generator") as scope:
            scope.reuse_variables()
            return self._decode(z, False)

    def _decode(self, z, train):
        s_h, s_w = self.image_size, self.image_size
        s_h2, s_w2 = conv_out_size_same(s_h, 2), conv_out_size_same(s_w, 2)
        s_h4, s_w4 = conv_out_size_same(s_h2, 2), conv_out_size_same(s_w2, 2)
        projected = linear(z, self.gf_dim * 2 * s_h4 * s_w4, "g_h0_lin")
        h0 = tf.reshape(projected, [-1, s_h4, s_w4, self.gf_dim * 2])
        h0 = tf.nn.relu(self.g_bn0(h0, train=train))
        h1 = deconv2d(h0, [self.batch_size, s_h2, s_w2, self.gf_dim], name="g_h1")
        h1 = tf.nn.relu(self.g_bn1(h1, train=train))
        h2 = deconv2d(h1, [self.batch_size, s_h, s_w, self.c_dim], name="g_h2")
        return tf.nn.tanh(h2)
