import os

import numpy as np
import tensorflow as tf
from tensorflow.contrib import slim


class Solver(object):
    def __init__(self, model, batch_size=100, pretrain_iter=20000, train_iter=2000, model_save_path="model"):
        self.model = model
        self.batch_size = batch_size
        self.pretrain_iter = pretrain_iter
        self.train_iter = train_iter
        self.model_save_path = model_save_path
        self.pretrained_model = os.path.join(model_save_path, "svhn_model-20000")
        self.config = tf.ConfigProto()
        self.config.gpu_options.allow_growth = True

    def pretrain(self):
        model = self.model
        model.build_model()
        with tf.Session(config=self.config) as sess:
            tf.global_variables_initializer().run()
            saver = tf.train.Saver()
            for step in range(self.pretrain_iter + 1):
                feed = {model.images: np.random.rand(self.batch_size, 16, 16, 3), model.labels: [1] * self.batch_size}
                sess.run(model.train_op, feed)
            print("saved", saver is not None, step)

    def train(self):
        model = self.model
        model.build_model()
        with tf.Session(config=self.config) as sess:
            tf.global_variables_initializer().run()
            variables_to_restore = slim.get_model_variables(scope="content_extractor")
            restorer = tf.train.Saver(variables_to_restore)
            if os.path.exists(self.pretrained_model):
                restorer.restore(sess, self.pretrained_model)
            for step in range(self.train_iter + 1):
                feed = {model.src_images: np.random.rand(self.batch_size, 16, 16, 3),
                        model.trg_images: np.random.rand(self.batch_size, 16, 16, 1)}
                sess.run(model.d_train_op_src, feed)
                sess.run([model.g_train_op_src, model.d_train_op_trg], feed)

    def eval(self):
        model = self.model
        model.build_model()
        with tf.Session(config=self.config) as sess:
            saver = tf.train.Saver()
            saver.restore(sess, self.pretrained_model)
            return sess.run(model.sampled_images)
