import tensorflow as tf
import tensorflow.contrib.slim as slim


class DTN(object):
    """Domain transfer network."""

    def __init__(self, mode="train", learning_rate=0.0003):
        self.mode = mode
        self.learning_rate = learning_rate

    def content_extractor(self, images, reuse=False):
        if images.get_shape()[3] == 1:
            images = tf.image.grayscale_to_rgb(images)
        with tf.variable_scope("content_extractor", reuse=reuse):
            with slim.arg_scope([slim.conv2d], padding="SAME", activation_fn=None, stride=2,
                                weights_initializer=tf.contrib.layers.xavier_initializer()):
                with slim.arg_scope([slim.batch_norm], decay=0.95, center=True, scale=True,
                                    activation_fn=tf.nn.relu, is_training=(self.mode == "train" or self.mode == "pretrain")):
                    net = slim.conv2d(images, 8, [3, 3], scope="conv1")
                    net = slim.batch_norm(net, scope="bn1")
                    net = slim.conv2d(net, 16, [3, 3], scope="conv2")
                    net = slim.batch_norm(net, scope="bn2")
                    net = slim.conv2d(net, 16, [4, 4], padding="VALID", scope="conv4")
                    net = slim.batch_norm(net, activation_fn=tf.nn.tanh, scope="bn4")
                    if self.mode == "pretrain":
                        net = slim.conv2d(net, 10, [1, 1], padding="VALID", scope="out")
                        net = slim.flatten(net)
                    return net

    def generator(self, inputs, reuse=False):
        with tf.variable_scope("generator", reuse=reuse):
            with slim.arg_scope([slim.conv2d_transpose], padding="SAME", activation_fn=None, stride=2,
                                weights_initializer=tf.contrib.layers.xavier_initializer()):
                with slim.arg_scope([slim.batch_norm], decay=0.95, center=True, scale=True,
                                    activation_fn=tf.nn.relu, is_training=(self.mode == "train")):
                    net = slim.conv2d_transpose(inputs, 16, [4, 4], padding="VALID", scope="conv_transpose1")
                    net = slim.batch_norm(net, scope="bn1")
                    net = slim.conv2d_transpose(net, 8, [3, 3], scope="conv_transpose2")
                    net = slim.batch_norm(net, scope="bn2")
                    return slim.conv2d_transpose(net, 1, [3, 3], activation_fn=tf.nn.tanh, scope="conv_transpose4")

    def discriminator(self, images, reuse=False):
        with tf.variable_scope("discriminator", reuse=reuse):
            with slim.arg_scope([slim.conv2d], padding="SAME", activation_fn=None, stride=2):
                with slim.arg_scope([slim.batch_norm], decay=0.95, center=True, scale=True,
                                    activation_fn=tf.nn.relu, is_training=(self.mode == "train")):
                    net = slim.conv2d(images, 8, [3, 3], activation_fn=tf.nn.relu, scope="conv1")
                    net = slim.batch_norm(net, scope="bn1")
                    net = slim.conv2d(net, 16, [3, 3], scope="conv2")
                    net = slim.batch_norm(net, scope="bn2")
                    net = slim.conv2d(net, 1, [4, 4], padding="VALID", scope="conv4")
                    return slim.flatten(net)

    def build_model(self):
        if self.mode == "pretrain":
            self.images = tf.placeholder(tf.float32, [None, 16, 16, 3], "svhn_images")
            self.labels = tf.placeholder(tf.int64, [None], "svhn_labels")
            self.logits = self.content_extractor(self.images)
            self.pred = tf.argmax(self.logits, 1)
            self.correct_pred = tf.equal(self.pred, self.labels)
            self.accuracy = tf.reduce_mean(tf.cast(self.correct_pred, tf.float32))
            self.loss = slim.losses.sparse_softmax_cross_entropy(self.logits, self.labels)
            self.optimizer = tf.train.AdamOptimizer(self.learning_rate)
            self.train_op = slim.learning.create_train_op(self.loss, self.optimizer)
        elif self.mode == "eval":
            self.images = tf.placeholder(tf.float32, [None, 16, 16, 3], "svhn_images")
            self.fx = self.content_extractor(self.images)
            self.sampled_images = self.generator(self.fx)
        elif self.mode == "train":
            self.src_images = tf.placeholder(tf.float32, [None, 16, 16, 3], "svhn_images")
            self.trg_images = tf.placeholder(tf.float32, [None, 16, 16, 1], "mnist_images")
            self.fx = self.content_extractor(self.src_images)
            self.fake_images = self.generator(self.fx)
            self.logits = self.discriminator(self.fake_images)
            self.fgfx = self.content_extractor(self.fake_images, reuse=True)
            self.d_loss_src = slim.losses.sigmoid_cross_entropy(self.logits, tf.zeros_like(self.logits))
            self.g_loss_src = slim.losses.sigmoid_cross_entropy(self.logits, tf.ones_like(self.logits))
            self.f_loss_src = tf.reduce_mean(tf.square(self.fx - self.fgfx)) * 15.0
            self.trg_fx = self.content_extractor(self.trg_images, reuse=True)
            self.trg_reconst = self.generator(self.trg_fx, reuse=True)
            self.logits_fake = self.discriminator(self.trg_reconst, reuse=True)
            self.logits_real = self.discriminator(self.trg_images, reuse=True)
            self.d_loss_trg = slim.losses.sigmoid_cross_entropy(self.logits_real, tf.ones_like(self.logits_real))
            self.d_optimizer_src = tf.train.AdamOptimizer(self.learning_rate)
            self.g_optimizer_src = tf.train.AdamOptimizer(self.learning_rate)
            self.f_optimizer_src = tf.train.AdamOptimizer(self.learning_rate)
            t_vars = tf.trainable_variables()
            d_vars = [var for var in t_vars if "discriminator" in var.name]
            g_vars = [var for var in t_vars if "generator" in var.name]
            f_vars = [var for var in t_vars if "content_extractor" in var.name]
            with tf.name_scope("source_train_op"):
                self.d_train_op_src = slim.learning.create_train_op(self.d_loss_src, self.d_optimizer_src, variables_to_train=d_vars)
                self.g_train_op_src = slim.learning.create_train_op(self.g_loss_src, self.g_optimizer_src, variables_to_train=g_vars)
                self.f_train_op_src = slim.learning.create_train_op(self.f_loss_src, self.f_optimizer_src, variables_to_train=f_vars)
            self.d_optimizer_trg = tf.train.AdamOptimizer(self.learning_rate)
            with tf.name_scope("target_train_op"):
                self.d_train_op_trg = slim.learning.create_train_op(self.d_loss_trg, self.d_optimizer_trg, variables_to_train=d_vars)
            for var in tf.trainable_variables():
                tf.summary.histogram(var.op.name, var)
