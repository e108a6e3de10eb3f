"""Encoder and decoder as templates: every call after the first one shares."""
import functools

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def mlp(x, sizes, activation=tf.nn.relu, final=None):
    for i, size in enumerate(sizes):
        last = i + 1 == len(sizes)
        x = tf.layers.dense(x, size, activation=final if last else activation)
    return x


def attention(query, memory, units):
    wq = tf.get_variable("wq", [query.shape[-1], units])
    wm = tf.get_variable("wm", [memory.shape[-1], units])
    v = tf.get_variable("v", [units], initializer=tf.ones_initializer())
    hidden = tf.tanh(tf.expand_dims(tf.matmul(query, wq), 1) + tf.tensordot(memory, wm, [[2], [0]]))
    weights = tf.nn.softmax(tf.reduce_sum(hidden * v, -1))
    return tf.reduce_sum(tf.expand_dims(weights, -1) * memory, 1)


class Model(object):
    def __init__(self, latent=4):
        self.encoder = tf.make_template("encoder", mlp, sizes=[16, 2 * latent])
        self.decoder = tf.make_template("decoder", functools.partial(mlp, sizes=[16, 12]))
        self.attend = tf.make_template("attend", attention, create_scope_now_=True, units=5)
        self._classify = tf.make_template("classifier", self._build_classifier)

    def _build_classifier(self, z):
        with tf.variable_scope("head"):
            return mlp(z, [3])

    def __call__(self, x, memory):
        mean, log_var = tf.split(self.encoder(x), 2, axis=1)
        z = mean + tf.exp(0.5 * log_var) * tf.random_normal(tf.shape(mean))
        context = self.attend(z, memory)
        return self.decoder(tf.concat([z, context], 1)), self._classify(z), mean


def main():
    model = Model()
    labeled = tf.placeholder(tf.float32, [None, 12])
    unlabeled = tf.placeholder(tf.float32, [None, 12])
    memory = tf.placeholder(tf.float32, [None, 7, 6])
    y = tf.placeholder(tf.int64, [None])
    with tf.name_scope("labeled"):
        x_l, logits, _ = model(labeled, memory)
    with tf.name_scope("unlabeled"), tf.variable_scope("elsewhere"):
        x_u, _, mean = model(unlabeled, memory)
    loss = tf.losses.mean_squared_error(labeled, x_l) + tf.losses.mean_squared_error(unlabeled, x_u)
    loss += tf.losses.sparse_softmax_cross_entropy(y, logits)
    step = tf.train.create_global_step()
    trained = model.encoder.trainable_variables + model.decoder.trainable_variables
    train_op = tf.train.AdagradOptimizer(0.1).minimize(loss, global_step=step, var_list=trained)
    rest = [v for v in tf.trainable_variables() if v not in trained]
    rest_op = tf.train.FtrlOptimizer(0.1).minimize(loss, var_list=rest)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        feed = {labeled: np.ones((2, 12)), unlabeled: np.zeros((2, 12)), memory: np.ones((2, 7, 6)), y: [0, 2]}
        sess.run([train_op, rest_op], feed)
        print(sess.run(mean, feed).shape)


if __name__ == "__main__":
    main()
