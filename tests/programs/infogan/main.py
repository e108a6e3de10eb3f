"""InfoGAN: the recognition net shares all layers but the last with the discriminator."""
from __future__ import division

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def lrelu(x, leak=0.2, name="lrelu"):
    return tf.maximum(x, leak * x, name=name)


class InfoGAN(object):
    def __init__(self, sess, batch_size=4, z_dim=8, len_discrete_code=10, len_continuous_code=2):
        self.sess, self.batch_size, self.z_dim = sess, batch_size, z_dim
        self.len_discrete_code = len_discrete_code
        self.len_continuous_code = len_continuous_code
        self.y_dim = len_discrete_code + len_continuous_code

    def trunk(self, x, is_training, reuse):
        with tf.variable_scope("shared", reuse=reuse):
            net = lrelu(tf.layers.conv2d(x, 8, 4, strides=2, padding="same", name="conv1"))
            net = tf.layers.conv2d(net, 16, 4, strides=2, padding="same", name="conv2")
            net = lrelu(tf.layers.batch_normalization(net, training=is_training, name="bn2"))
            return tf.layers.dense(tf.layers.flatten(net), 32, activation=lrelu, name="fc3")

    def discriminator(self, x, is_training=True, reuse=False):
        net = self.trunk(x, is_training, reuse)
        with tf.variable_scope("discriminator", reuse=reuse):
            out_logit = tf.layers.dense(net, 1, name="d_fc4")
            return tf.nn.sigmoid(out_logit), out_logit, net

    def classifier(self, x, is_training=True, reuse=False):
        with tf.variable_scope("classifier", reuse=reuse):
            net = tf.layers.dense(x, 16, name="c_fc1")
            net = lrelu(tf.layers.batch_normalization(net, training=is_training, name="c_bn1"))
            out_logit = tf.layers.dense(net, self.y_dim, name="c_fc2")
            return tf.nn.softmax(out_logit), out_logit

    def generator(self, z, y, is_training=True, reuse=False):
        with tf.variable_scope("generator", reuse=reuse):
            net = tf.concat([z, y], 1)
            for i, units in enumerate([32, 7 * 7 * 8], start=1):
                net = tf.layers.dense(net, units, name="g_fc%d" % i)
                net = tf.nn.relu(tf.layers.batch_normalization(net, training=is_training, name="g_bn%d" % i))
            net = tf.reshape(net, [self.batch_size, 7, 7, 8])
            net = tf.layers.conv2d_transpose(net, 4, 4, 2, padding="same", name="g_dc3")
            return tf.nn.sigmoid(tf.layers.conv2d_transpose(net, 1, 4, 2, padding="same", name="g_dc4"))

    def build_model(self):
        bs = self.batch_size
        self.inputs = tf.placeholder(tf.float32, [bs, 28, 28, 1], name="real_images")
        self.y = tf.placeholder(tf.float32, [bs, self.y_dim], name="y")
        self.z = tf.placeholder(tf.float32, [bs, self.z_dim], name="z")
        D_real, D_real_logits, _ = self.discriminator(self.inputs, is_training=True, reuse=False)
        G = self.generator(self.z, self.y, is_training=True, reuse=False)
        D_fake, D_fake_logits, input4classifier_fake = self.discriminator(G, is_training=True, reuse=True)

        def cross_entropy(logits, one):
            labels = tf.ones_like(logits) if one else tf.zeros_like(logits)
            return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=labels))

        self.d_loss = cross_entropy(D_real_logits, True) + cross_entropy(D_fake_logits, False)
        self.g_loss = cross_entropy(D_fake_logits, True)
        code_fake, code_logit_fake = self.classifier(input4classifier_fake, is_training=True, reuse=False)
        disc_code_est = code_logit_fake[:, : self.len_discrete_code]
        disc_code_tg = self.y[:, : self.len_discrete_code]
        q_disc_loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=disc_code_est, labels=disc_code_tg))
        cont = tf.square(self.y[:, self.len_discrete_code :] - code_logit_fake[:, self.len_discrete_code :])
        self.q_loss = q_disc_loss + tf.reduce_mean(tf.reduce_sum(cont, axis=1))
        t_vars = tf.trainable_variables()
        d_vars = [var for var in t_vars if var.name.split("/")[0] in ("shared", "discriminator")]
        g_vars = [var for var in t_vars if "g_" in var.name]
        q_vars = [var for var in t_vars if var in d_vars or "c_" in var.name or var in g_vars]
        with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
            self.d_optim = tf.train.AdamOptimizer(0.0002, beta1=0.5).minimize(self.d_loss, var_list=d_vars)
            self.g_optim = tf.train.AdamOptimizer(0.001, beta1=0.5).minimize(self.g_loss, var_list=g_vars)
            self.q_optim = tf.train.AdamOptimizer(0.001, beta1=0.5).minimize(self.q_loss, var_list=q_vars)
        self.fake_images = self.generator(self.z, self.y, is_training=False, reuse=True)

    def train(self):
        self.sess.run(tf.global_variables_initializer())
        codes = np.concatenate([np.eye(10)[:4], np.random.uniform(-1, 1, (4, 2))], axis=1)
        feed = {self.inputs: np.random.rand(4, 28, 28, 1), self.y: codes, self.z: np.random.rand(4, self.z_dim)}
        for op in (self.d_optim, self.g_optim, self.q_optim):
            self.sess.run(op, feed)
        return self.sess.run(self.fake_images, feed)


if __name__ == "__main__":
    with tf.Session() as session:
        gan = InfoGAN(session)
        gan.build_model()
        print(gan.train().shape)
