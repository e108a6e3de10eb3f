"""Segment random squares with a U-net of plain variables."""
import logging
import shutil
from collections import OrderedDict

import numpy as np
import tensorflow.compat.v1 as tf
from layers import (conv2d, crop_and_concat, cross_entropy, deconv2d, max_pool,
                    pixel_wise_softmax, weight_variable, weight_variable_devonc, bias_variable)

tf.disable_v2_behavior()
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


def create_conv_net(x, keep_prob, channels, n_class, layers=3, features_root=4, filter_size=3, pool_size=2, summaries=True):
    logging.info("Layers {layers}, features {features}".format(layers=layers, features=features_root))
    with tf.name_scope("preprocessing"):
        nx = tf.shape(x)[1]
        ny = tf.shape(x)[2]
        x_image = tf.reshape(x, tf.stack([-1, nx, ny, channels]))
        in_node = x_image
    weights, biases, convs = [], [], []
    pools, deconv, dw_h_convs, up_h_convs = OrderedDict(), OrderedDict(), OrderedDict(), OrderedDict()
    in_size = 1000
    size = in_size
    for layer in range(0, layers):
        with tf.name_scope("down_conv_{}".format(str(layer))):
            features = 2 ** layer * features_root
            stddev = np.sqrt(2 / (filter_size ** 2 * features))
            if layer == 0:
                w1 = weight_variable([filter_size, filter_size, channels, features], stddev, name="w1")
            else:
                w1 = weight_variable([filter_size, filter_size, features // 2, features], stddev, name="w1")
            w2 = weight_variable([filter_size, filter_size, features, features], stddev, name="w2")
            b1 = bias_variable([features], name="b1")
            b2 = bias_variable([features], name="b2")
            conv1 = conv2d(in_node, w1, b1, keep_prob)
            conv2 = conv2d(tf.nn.relu(conv1), w2, b2, keep_prob)
            dw_h_convs[layer] = tf.nn.relu(conv2)
            weights.append((w1, w2))
            biases.append((b1, b2))
            convs.append((conv1, conv2))
            size -= 4
            if layer < layers - 1:
                pools[layer] = max_pool(dw_h_convs[layer], pool_size)
                in_node = pools[layer]
                size /= 2
    in_node = dw_h_convs[layers - 1]
    for layer in range(layers - 2, -1, -1):
        with tf.name_scope("up_conv_{}".format(str(layer))):
            features = 2 ** (layer + 1) * features_root
            stddev = np.sqrt(2 / (filter_size ** 2 * features))
            wd = weight_variable_devonc([pool_size, pool_size, features // 2, features], stddev, name="wd")
            bd = bias_variable([features // 2], name="bd")
            h_deconv = tf.nn.relu(deconv2d(in_node, wd, pool_size) + bd)
            deconv[layer] = crop_and_concat(dw_h_convs[layer], h_deconv)
            w1 = weight_variable([filter_size, filter_size, features, features // 2], stddev, name="w1")
            w2 = weight_variable([filter_size, filter_size, features // 2, features // 2], stddev, name="w2")
            b1, b2 = [bias_variable([features // 2], name=n) for n in ("b1", "b2")]
            conv1 = conv2d(deconv[layer], w1, b1, keep_prob)
            conv2 = conv2d(tf.nn.relu(conv1), w2, b2, keep_prob)
            in_node = tf.nn.relu(conv2)
            up_h_convs[layer] = in_node
            weights.append((w1, w2))
            biases.append((b1, b2))
            size *= 2
    with tf.name_scope("output_map"):
        weight = weight_variable([1, 1, features_root, n_class], stddev)
        bias = bias_variable([n_class], name="bias")
        output_map = tf.nn.relu(conv2d(in_node, weight, bias, tf.constant(1.0)))
        up_h_convs["out"] = output_map
    if summaries:
        for k in pools.keys():
            tf.summary.histogram("pool_%02d" % k, pools[k])
    variables = []
    for w1, w2 in weights:
        variables.append(w1)
        variables.append(w2)
    for b1, b2 in biases:
        variables.extend((b1, b2))
    return output_map, variables, int(in_size - size)


class Unet(object):
    def __init__(self, channels=1, n_class=2, cost="cross_entropy", cost_kwargs={}, **kwargs):
        tf.reset_default_graph()
        self.n_class = n_class
        self.x = tf.placeholder("float", shape=[None, None, None, channels], name="x")
        self.y = tf.placeholder("float", shape=[None, None, None, n_class], name="y")
        self.keep_prob = tf.placeholder(tf.float32, name="dropout_probability")
        logits, self.variables, self.offset = create_conv_net(self.x, self.keep_prob, channels, n_class, **kwargs)
        self.cost = self._get_cost(logits, cost, cost_kwargs)
        self.gradients_node = tf.gradients(self.cost, self.variables)
        self.predicter = pixel_wise_softmax(logits)

    def _get_cost(self, logits, cost_name, cost_kwargs):
        flat_logits = tf.reshape(logits, [-1, self.n_class])
        flat_labels = tf.reshape(self.y, [-1, self.n_class])
        if cost_name == "cross_entropy":
            loss = tf.reduce_mean(cross_entropy(flat_labels, tf.nn.softmax(flat_logits)))
        else:
            raise ValueError("Unknown cost function: " + cost_name)
        regularizer = cost_kwargs.pop("regularizer", None)
        if regularizer is not None:
            loss += regularizer * sum([tf.nn.l2_loss(variable) for variable in self.variables])
        return loss


class Trainer(object):
    def __init__(self, net, optimizer="momentum", opt_kwargs={}):
        self.net, self.optimizer_name, self.opt_kwargs = net, optimizer, opt_kwargs

    def _get_optimizer(self, training_iters, global_step):
        learning_rate = self.opt_kwargs.pop("learning_rate", 0.2)
        rate = tf.train.exponential_decay(learning_rate, global_step, training_iters, 0.95, staircase=True)
        self.learning_rate_node = tf.Variable(rate, name="learning_rate")
        if self.optimizer_name == "momentum":
            opt = tf.train.MomentumOptimizer(self.learning_rate_node, 0.2, **self.opt_kwargs)
        else:
            opt = tf.train.AdamOptimizer(self.learning_rate_node, **self.opt_kwargs)
        return opt.minimize(self.net.cost, global_step=global_step)

    def train(self, size=44):
        global_step = tf.Variable(0, name="global_step")
        self.norm_gradients_node = tf.Variable(tf.constant(0.0, shape=[len(self.net.gradients_node)]), name="norm_gradients")
        self.optimizer = self._get_optimizer(10, global_step)
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            out = sess.run(self.net.predicter, {self.net.x: np.random.rand(1, size, size, 1), self.net.keep_prob: 1.0})
            logging.info("predicted %s", out.shape)
        shutil.rmtree("prediction", ignore_errors=True)


if __name__ == "__main__":
    Trainer(Unet(layers=3, features_root=4), opt_kwargs=dict(learning_rate=0.1)).train()
