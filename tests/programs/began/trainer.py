from __future__ import print_function

import numpy as np
import tensorflow as tf

from models import *


def norm_img(image):
    return image / 127.5 - 1.0


class Trainer(object):
    def __init__(self, config, data_loader, data_format):
        self.config = config
        self.data_loader = data_loader
        self.data_format = data_format
        self.step = tf.Variable(0, name="step", trainable=False)
        self.g_lr = tf.Variable(config.g_lr, name="g_lr")
        self.d_lr = tf.Variable(config.d_lr, name="d_lr")
        self.g_lr_update = tf.assign(self.g_lr, tf.maximum(self.g_lr * 0.5, 1e-5), name="g_lr_update")
        _, height, width, self.channel = get_conv_shape(self.data_loader, self.data_format)
        self.repeat_num = int(np.log2(height)) - 1
        self.build_model()

    def build_model(self):
        self.x = self.data_loader
        x = norm_img(self.x)
        self.z = tf.random_uniform((tf.shape(x)[0], self.config.z_num), minval=-1.0, maxval=1.0)
        self.k_t = tf.Variable(0.0, trainable=False, name="k_t")
        G, self.G_var = GeneratorCNN(
            self.z, self.config.conv_hidden_num, self.channel, self.repeat_num, self.data_format, reuse=False
        )
        d_out, self.D_z, self.D_var = DiscriminatorCNN(
            tf.concat([G, x], 0), self.channel, self.config.z_num, self.repeat_num,
            self.config.conv_hidden_num, self.data_format,
        )
        AE_G, AE_x = tf.split(d_out, 2)
        g_optimizer = tf.train.AdamOptimizer(self.g_lr)
        d_optimizer = tf.train.AdamOptimizer(self.d_lr)
        self.d_loss_real = tf.reduce_mean(tf.abs(AE_x - x))
        self.d_loss_fake = tf.reduce_mean(tf.abs(AE_G - G))
        self.d_loss = self.d_loss_real - self.k_t * self.d_loss_fake
        self.g_loss = tf.reduce_mean(tf.abs(AE_G - G))
        d_optim = d_optimizer.minimize(self.d_loss, var_list=self.D_var)
        g_optim = g_optimizer.minimize(self.g_loss, global_step=self.step, var_list=self.G_var)
        self.balance = self.config.gamma * self.d_loss_real - self.g_loss
        with tf.control_dependencies([d_optim, g_optim]):
            self.k_update = tf.assign(
                self.k_t, tf.clip_by_value(self.k_t + self.config.lambda_k * self.balance, 0, 1)
            )

    def train(self):
        sv = tf.Session()
        sv.run(tf.global_variables_initializer())
        for step in range(self.config.max_step):
            result = sv.run({"k_update": self.k_update, "measure": self.d_loss})
            print("[{}/{}] {:.4f}".format(step, self.config.max_step, result["measure"]))
