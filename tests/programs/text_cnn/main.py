#! /usr/bin/env python
# reports: SCO201
"""Classify sentences with filters of several widths over word embeddings."""
import datetime
import time

import numpy as np
import tensorflow.compat.v1 as tf
from text_cnn import TextCNN

tf.disable_v2_behavior()

tf.flags.DEFINE_integer("embedding_dim", 16, "Dimensionality of character embedding")
tf.flags.DEFINE_string("filter_sizes", "3,4,5", "Comma-separated filter sizes")
tf.flags.DEFINE_integer("num_filters", 8, "Number of filters per filter size")
tf.flags.DEFINE_float("dropout_keep_prob", 0.5, "Dropout keep probability")
tf.flags.DEFINE_float("l2_reg_lambda", 0.1, "L2 regularization lambda")
tf.flags.DEFINE_boolean("allow_soft_placement", True, "Allow device soft device placement")
FLAGS = tf.flags.FLAGS


def preprocess():
    rng = np.random.RandomState(10)
    return rng.randint(0, 50, (12, 20)), np.eye(2)[rng.randint(0, 2, 12)]


def train(x_train, y_train):
    with tf.Graph().as_default():
        session_conf = tf.ConfigProto(allow_soft_placement=FLAGS.allow_soft_placement)
        sess = tf.Session(config=session_conf)
        with sess.as_default():
            cnn = TextCNN(
                sequence_length=20,
                num_classes=2,
                vocab_size=50,
                embedding_size=FLAGS.embedding_dim,
                filter_sizes=list(map(int, FLAGS.filter_sizes.split(","))),
                num_filters=FLAGS.num_filters,
                l2_reg_lambda=FLAGS.l2_reg_lambda,
            )
            global_step = tf.Variable(0, name="global_step", trainable=False)
            optimizer = tf.train.AdamOptimizer(1e-3)
            grads_and_vars = optimizer.compute_gradients(cnn.loss)
            train_op = optimizer.apply_gradients(grads_and_vars, global_step=global_step)
            grad_summaries = []
            for g, v in grads_and_vars:
                if g is not None:
                    name = "{}/grad/hist".format(v.name.replace(":", "_"))
                    grad_summaries.append(tf.summary.histogram(name, g))
                    sparsity = tf.summary.scalar("{}_sparsity".format(v.op.name), tf.nn.zero_fraction(g))
                    grad_summaries.append(sparsity)
            grad_summaries_merged = tf.summary.merge(grad_summaries)
            timestamp = str(int(time.time()))
            tf.summary.scalar("loss", cnn.loss)
            saver = tf.train.Saver(tf.global_variables(), max_to_keep=2)
            sess.run(tf.global_variables_initializer())

            def train_step(x_batch, y_batch):
                feed_dict = {
                    cnn.input_x: x_batch,
                    cnn.input_y: y_batch,
                    cnn.dropout_keep_prob: FLAGS.dropout_keep_prob,
                }
                _, step, loss, accuracy = sess.run([train_op, global_step, cnn.loss, cnn.accuracy], feed_dict)
                time_str = datetime.datetime.now().isoformat()
                print("{}: step {}, loss {:g}, acc {:g}".format(time_str, step, loss, accuracy))

            for start in range(0, 12, 6):
                train_step(x_train[start : start + 6], y_train[start : start + 6])
                current_step = tf.train.global_step(sess, global_step)
            print(timestamp, current_step, grad_summaries_merged.name, saver.saver_def is None)


def main(argv=None):
    x_train, y_train = preprocess()
    train(x_train, y_train)


if __name__ == "__main__":
    main()
