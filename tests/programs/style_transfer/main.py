"""Train a feed-forward net against the features of a frozen one."""
import os
import sys

sys.path.insert(0, "src")
from argparse import ArgumentParser

import numpy as np
import tensorflow.compat.v1 as tf
from src import transform, vgg

tf.disable_v2_behavior()

STYLE_LAYERS = ("relu1_1", "relu2_1")
CONTENT_LAYER = "relu2_1"
DEVICES = "CUDA_VISIBLE_DEVICES"


def build_parser():
    parser = ArgumentParser()
    parser.add_argument("--batch-size", type=int, dest="batch_size", default=2)
    parser.add_argument("--content-weight", type=float, dest="content_weight", default=7.5)
    parser.add_argument("--tv-weight", type=float, dest="tv_weight", default=2e2)
    parser.add_argument("--slow", dest="slow", action="store_true", default=False)
    parser.add_argument("--device", default="/cpu:0")
    return parser


def _tensor_size(tensor):
    from operator import mul
    from functools import reduce

    return reduce(mul, (int(d) for d in tensor.get_shape()[1:]), 1)


def style_targets(weights, style):
    style_features = {}
    style_shape = (1,) + style.shape
    with tf.Graph().as_default(), tf.device("/cpu:0"), tf.Session() as sess:
        style_image = tf.placeholder(tf.float32, shape=style_shape, name="style_image")
        net = vgg.net(weights, vgg.preprocess(style_image))
        style_pre = np.array([style])
        for layer in STYLE_LAYERS:
            features = net[layer].eval(feed_dict={style_image: style_pre})
            features = np.reshape(features, (-1, features.shape[3]))
            gram = np.matmul(features.T, features) / features.size
            style_features[layer] = gram
    return style_features


def optimize(options, weights, style, size=16):
    batch_shape = (options.batch_size, size, size, 3)
    targets = style_targets(weights, style)
    with tf.Graph().as_default(), tf.Session() as sess:
        X_content = tf.placeholder(tf.float32, shape=batch_shape, name="X_content")
        content_net = vgg.net(weights, vgg.preprocess(X_content))
        if options.slow:
            preds = tf.Variable(tf.random_normal(X_content.get_shape()) * 0.256)
            preds_pre = preds
        else:
            preds = transform.net(X_content / 255.0)
            preds_pre = vgg.preprocess(preds)
        net = vgg.net(weights, preds_pre)
        content_size = _tensor_size(content_net[CONTENT_LAYER]) * options.batch_size
        assert _tensor_size(content_net[CONTENT_LAYER]) == _tensor_size(net[CONTENT_LAYER])
        content_loss = options.content_weight * (2 * tf.nn.l2_loss(net[CONTENT_LAYER] - content_net[CONTENT_LAYER]) / content_size)
        style_losses = []
        for style_layer in STYLE_LAYERS:
            layer = net[style_layer]
            bs, height, width, filters = map(lambda i: int(i), layer.get_shape())
            feats = tf.reshape(layer, (bs, height * width, filters))
            grams = tf.matmul(tf.transpose(feats, perm=[0, 2, 1]), feats) / (height * width * filters)
            style_losses.append(2 * tf.nn.l2_loss(grams - targets[style_layer]) / targets[style_layer].size)
        loss = content_loss + sum(style_losses) + options.tv_weight * tf.reduce_sum(tf.image.total_variation(preds))
        train_step = tf.train.AdamOptimizer(1e-3).minimize(loss)
        sess.run(tf.global_variables_initializer())
        sess.run(train_step, {X_content: np.zeros(batch_shape)})
        print("loss", sess.run(loss, feed_dict={X_content: np.ones(batch_shape)}))


def main():
    options = build_parser().parse_args()
    print(os.environ.get(DEVICES))
    rng = np.random.RandomState(0)
    weights = {}
    channels = 3
    for name, width in (("conv1_1", 4), ("conv1_2", 4), ("conv2_1", 8)):
        weights[name] = (rng.randn(3, 3, channels, width).astype(np.float32), np.zeros(width, np.float32))
        channels = width
    optimize(options, weights, rng.rand(16, 16, 3))


if __name__ == "__main__":
    main()
