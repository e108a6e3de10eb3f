"""Translate between several domains with one generator and a spectrally normalized critic."""
import argparse

import numpy as np
import tensorflow.compat.v1 as tf
from ops import *
from utils import show_all_variables

tf.disable_v2_behavior()


class StarGAN:
    model_name = "StarGAN"

    def __init__(self, sess, args):
        self.sess = sess
        self.batch_size, self.img_size, self.img_ch = args.batch_size, args.img_size, 3
        self.ch = args.ch
        self.n_res, self.n_dis = args.n_res, args.n_dis
        self.sn, self.gan_type = args.sn, args.gan_type
        self.adv_weight, self.rec_weight, self.cls_weight, self.ld = 1.0, 10.0, 10.0, 10.0
        self.selected_attrs = ["Black_Hair", "Blond_Hair", "Male"]
        self.c_dim = len(self.selected_attrs)
        self.init_lr, self.beta1, self.beta2 = args.lr, 0.5, 0.999

    def generator(self, x_init, c, reuse=False, scope="generator"):
        channel = self.ch
        c = tf.cast(tf.reshape(c, shape=[-1, 1, 1, c.shape[-1]]), tf.float32)
        c = tf.tile(c, [1, x_init.shape[1], x_init.shape[2], 1])
        x = tf.concat([x_init, c], axis=-1)
        with tf.variable_scope(scope, reuse=reuse):
            x = conv(x, channel, kernel=7, stride=1, pad=3, use_bias=False, scope="conv")
            x = relu(instance_norm(x, scope="ins_norm"))
            for i in range(2):
                x = conv(x, channel * 2, kernel=4, stride=2, pad=1, use_bias=False, scope="conv_" + str(i))
                x = relu(instance_norm(x, scope="down_ins_norm_" + str(i)))
                channel = channel * 2
            for i in range(self.n_res):
                x = resblock(x, channel, use_bias=False, scope="resblock_" + str(i))
            for i in range(2):
                x = deconv(x, channel // 2, kernel=4, stride=2, use_bias=False, scope="deconv_" + str(i))
                x = relu(instance_norm(x, scope="up_ins_norm" + str(i)))
                channel = channel // 2
            x = conv(x, channels=3, kernel=7, stride=1, pad=3, use_bias=False, scope="G_logit")
            return tanh(x)

    def discriminator(self, x_init, reuse=False, scope="discriminator"):
        with tf.variable_scope(scope, reuse=reuse):
            channel = self.ch
            x = lrelu(conv(x_init, channel, kernel=4, stride=2, pad=1, sn=self.sn, scope="conv_0"), 0.01)
            for i in range(1, self.n_dis):
                x = conv(x, channel * 2, kernel=4, stride=2, pad=1, sn=self.sn, scope="conv_" + str(i))
                x = lrelu(x, 0.01)
                channel = channel * 2
            c_kernel = int(self.img_size / np.power(2, self.n_dis))
            logit = conv(x, channels=1, kernel=3, stride=1, pad=1, use_bias=False, sn=self.sn, scope="D_logit")
            c = conv(x, channels=self.c_dim, kernel=c_kernel, stride=1, use_bias=False, scope="D_label")
            return logit, tf.reshape(c, shape=[-1, self.c_dim])

    def gradient_panalty(self, real, fake, scope="discriminator"):
        if self.gan_type == "dragan":
            shape = tf.shape(real)
            eps = tf.random_uniform(shape=shape, minval=0.0, maxval=1.0)
            _, x_var = tf.nn.moments(real, axes=[0, 1, 2, 3])
            fake = real + 0.5 * tf.sqrt(x_var) * eps
        alpha = tf.random_uniform(shape=[self.batch_size, 1, 1, 1], minval=0.0, maxval=1.0)
        interpolated = real + alpha * (fake - real)
        logit, _ = self.discriminator(interpolated, reuse=True, scope=scope)
        grad = tf.gradients(logit, interpolated)[0]
        grad_norm = tf.norm(flatten(grad), axis=1)
        return self.ld * tf.reduce_mean(tf.square(grad_norm - 1.0))

    def build_model(self):
        self.lr = tf.placeholder(tf.float32, name="learning_rate")
        self.x_real = tf.placeholder(tf.float32, [self.batch_size, self.img_size, self.img_size, self.img_ch])
        label_org = tf.placeholder(tf.float32, [self.batch_size, self.c_dim])
        label_trg = tf.random_shuffle(label_org)
        self.label_org = label_org
        x_fake = self.generator(self.x_real, label_trg)
        x_recon = self.generator(x_fake, label_org, reuse=True)
        real_logit, real_cls = self.discriminator(self.x_real)
        fake_logit, fake_cls = self.discriminator(x_fake, reuse=True)
        if self.gan_type.__contains__("wgan") or self.gan_type == "dragan":
            GP = self.gradient_panalty(real=self.x_real, fake=x_fake)
        else:
            GP = 0
        g_adv_loss = generator_loss(loss_func=self.gan_type, fake=fake_logit)
        d_adv_loss = discriminator_loss(loss_func=self.gan_type, real=real_logit, fake=fake_logit) + GP
        g_rec = tf.reduce_mean(tf.abs(self.x_real - x_recon))
        self.g_loss = self.adv_weight * g_adv_loss + self.cls_weight * classification_loss(fake_cls, label_trg) + self.rec_weight * g_rec
        self.d_loss = self.adv_weight * d_adv_loss + self.cls_weight * classification_loss(real_cls, label_org)
        t_vars = tf.trainable_variables()
        G_vars = [var for var in t_vars if "generator" in var.name]
        D_vars = [var for var in t_vars if "discriminator" in var.name]
        self.g_optimizer = tf.train.AdamOptimizer(self.lr, self.beta1, self.beta2).minimize(self.g_loss, var_list=G_vars)
        self.d_optimizer = tf.train.AdamOptimizer(self.lr, self.beta1, self.beta2).minimize(self.d_loss, var_list=D_vars)
        self.x_test = tf.placeholder(tf.float32, [1, self.img_size, self.img_size, self.img_ch], name="x_test")
        test_labels = [tf.one_hot([i], self.c_dim) for i in range(self.c_dim)]
        self.fake_images = tf.map_fn(lambda x: self.generator(self.x_test, x, reuse=True), tf.stack(test_labels), dtype=tf.float32)

    def train(self):
        tf.global_variables_initializer().run()
        self.saver = tf.train.Saver()
        for idx in range(1):
            feed = {self.x_real: np.random.rand(*self.x_real.shape.as_list()), self.lr: self.init_lr,
                    self.label_org: np.eye(self.c_dim)[: self.batch_size]}
            self.sess.run([self.d_optimizer, self.d_loss], feed_dict=feed)
            self.sess.run(self.g_optimizer, feed_dict=feed)
            print(idx)


def parse_args():
    parser = argparse.ArgumentParser(description="multi-domain translation")
    parser.add_argument("--batch_size", type=int, default=2)
    parser.add_argument("--ch", type=int, default=4)
    parser.add_argument("--n_res", type=int, default=2)
    parser.add_argument("--n_dis", type=int, default=3)
    parser.add_argument("--img_size", type=int, default=16)
    parser.add_argument("--lr", type=float, default=0.0001)
    parser.add_argument("--sn", action="store_true", help="use spectral norm", default=True)
    parser.add_argument("--gan_type", type=str, default="wgan-gp", help="gan / lsgan / wgan-gp / dragan / hinge")
    return check_args(parser.parse_args())


def check_args(args):
    try:
        assert args.batch_size >= 1
    except AssertionError:
        print("batch size must be larger than or equal to one")
    return args


def main():
    args = parse_args()
    if args is None:
        exit()
    with tf.Session(config=tf.ConfigProto(allow_soft_placement=True)) as sess:
        gan = StarGAN(sess, args)
        gan.build_model()
        show_all_variables()
        gan.train()


if __name__ == "__main__":
    main()
