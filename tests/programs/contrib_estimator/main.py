# tensorflow: 1.15
"""A model function of contrib layers, trained with optimize_loss."""
import functools

import numpy as np
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope, get_or_create_global_step
from tensorflow.contrib.layers import batch_norm, convolution2d, fully_connected

KEYS = ("logits", "loss", "train_op")


def embed(ids, vocabulary, width, scope):
    with tf.variable_scope(scope):
        return tf.contrib.layers.embed_sequence(ids, vocab_size=vocabulary, embed_dim=width, scope="words")


def image_features(images, is_training, reuse=None):
    norm = {"is_training": is_training, "scale": True, "updates_collections": None}
    with tf.variable_scope("image", reuse=reuse):
        with arg_scope([convolution2d], normalizer_fn=batch_norm, normalizer_params=norm, stride=2):
            net = convolution2d(images, 8, [3, 3], scope="c1")
            net = layers.convolution2d(net, num_outputs=16, kernel_size=3, scope="c2")
            net = layers.separable_conv2d(net, 16, 3, depth_multiplier=2, scope="sep")
        net = layers.max_pool2d(net, [2, 2], padding="SAME")
        net = layers.instance_norm(net)
        return layers.flatten(net)


def tower(features, sizes, activation=tf.nn.relu, **kwargs):
    return layers.stack(features, layers.fully_connected, sizes, activation_fn=activation, scope="tower", **kwargs)


def model_fn(features, labels, mode, params):
    images, words = features["images"], features["words"]
    is_training = mode == "train"
    text = tf.reduce_mean(embed(words, params["vocabulary"], 6, "text"), axis=1)
    net = tf.concat([image_features(images, is_training), text], 1)
    net = tower(net, [24, 12], weights_regularizer=layers.l2_regularizer(1e-4))
    net = layers.layer_norm(net)
    net = layers.dropout(net, keep_prob=0.8, is_training=is_training)
    logits = fully_connected(net, params["classes"], activation_fn=None, scope="logits",
                             weights_initializer=layers.variance_scaling_initializer())
    loss = tf.losses.softmax_cross_entropy(tf.one_hot(labels, params["classes"]), logits)
    loss += tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
    train_op = layers.optimize_loss(
        loss, get_or_create_global_step(), learning_rate=params["rate"], optimizer="Adam", clip_gradients=5.0,
        learning_rate_decay_fn=functools.partial(tf.train.exponential_decay, decay_steps=10, decay_rate=0.9),
        summaries=["loss", "learning_rate"])
    return dict(zip(KEYS, (logits, loss, train_op)))


def main(argv):
    params = {"vocabulary": 30, "classes": 4, "rate": 0.01}
    features = {"images": tf.placeholder(tf.float32, [None, 16, 16, 3]), "words": tf.placeholder(tf.int32, [None, 9])}
    labels = tf.placeholder(tf.int32, [None])
    spec = model_fn(features, labels, "train", params)
    auxiliary = layers.legacy_fully_connected(spec["logits"], 2, name="auxiliary")
    shift = layers.bias_add(auxiliary, scope="shift")
    same = layers.linear(shift, 2, scope="line")
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        feed = {features["images"]: np.zeros((2, 16, 16, 3)), features["words"]: np.ones((2, 9)), labels: [0, 1]}
        print(sess.run([spec["train_op"], same], feed)[0])


if __name__ == "__main__":
    tf.app.run(main)
