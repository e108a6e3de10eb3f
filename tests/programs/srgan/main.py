# tensorflow: 1.15
"""Super-resolution: a residual generator, a discriminator and a frozen feature net."""
import collections
import math

import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim

from lib.ops import *

Flags = tf.app.flags
Flags.DEFINE_string("task", "SRGAN", "The task: SRGAN or SRResnet")
Flags.DEFINE_integer("num_resblock", 2, "How many residual blocks there are in the generator")
Flags.DEFINE_integer("crop_size", 8, "The crop size of the training image")
Flags.DEFINE_float("ratio", 0.001, "The ratio between content loss and adversarial loss")
Flags.DEFINE_float("EPS", 1e-12, "The eps added to prevent nan")
Flags.DEFINE_boolean("is_training", True, "Training => True, Testing => False")
FLAGS = Flags.FLAGS


def generator(gen_inputs, gen_output_channels, reuse=False, FLAGS=None):
    def residual_block(inputs, output_channel, stride, scope):
        with tf.variable_scope(scope):
            net = conv2(inputs, 3, output_channel, stride, use_bias=False, scope="conv_1")
            net = batchnorm(net, FLAGS.is_training)
            net = prelu_tf(net)
            net = conv2(net, 3, output_channel, stride, use_bias=False, scope="conv_2")
            net = batchnorm(net, FLAGS.is_training)
            return net + inputs

    with tf.variable_scope("generator_unit", reuse=reuse):
        with tf.variable_scope("input_stage"):
            net = conv2(gen_inputs, 9, 8, 1, scope="conv")
            net = prelu_tf(net)
        stage1_output = net
        for i in range(1, FLAGS.num_resblock + 1, 1):
            name_scope = "resblock_%d" % (i)
            net = residual_block(net, 8, 1, name_scope)
        with tf.variable_scope("resblock_output"):
            net = conv2(net, 3, 8, 1, use_bias=False, scope="conv")
            net = batchnorm(net, FLAGS.is_training)
        net = net + stage1_output
        for stage in (1, 2):
            with tf.variable_scope("subpixelconv_stage%d" % stage):
                net = conv2(net, 3, 32, 1, scope="conv")
                net = pixelShuffler(net, scale=2)
                net = prelu_tf(net)
        with tf.variable_scope("output_stage"):
            return conv2(net, 9, gen_output_channels, 1, scope="conv")


def discriminator(dis_inputs, FLAGS=None):
    def discriminator_block(inputs, output_channel, kernel_size, stride, scope):
        with tf.variable_scope(scope):
            net = conv2(inputs, kernel_size, output_channel, stride, use_bias=False, scope="conv1")
            net = batchnorm(net, FLAGS.is_training)
            return lrelu(net, 0.2)

    with tf.device("/cpu:0"):
        with tf.variable_scope("discriminator_unit"):
            with tf.variable_scope("input_stage"):
                net = lrelu(conv2(dis_inputs, 3, 8, 1, scope="conv"), 0.2)
            for number, (channels, stride) in enumerate([(8, 2), (16, 1), (16, 2)], 1):
                net = discriminator_block(net, channels, 3, stride, "disblock_%d" % number)
            with tf.variable_scope("dense_layer_1"):
                net = lrelu(denselayer(slim.flatten(net), 32), 0.2)
            with tf.variable_scope("dense_layer_2"):
                return tf.nn.sigmoid(denselayer(net, 1))


def SRGAN(inputs, targets, FLAGS):
    Network = collections.namedtuple("Network", "discrim_loss, adversarial_loss, content_loss, train, global_step, gen_output")
    with tf.variable_scope("generator"):
        output_channel = targets.get_shape().as_list()[-1]
        gen_output = generator(inputs, output_channel, reuse=False, FLAGS=FLAGS)
        gen_output.set_shape([FLAGS.batch_size, FLAGS.crop_size * 4, FLAGS.crop_size * 4, 3])
    with tf.name_scope("fake_discriminator"):
        with tf.variable_scope("discriminator", reuse=False):
            discrim_fake_output = discriminator(gen_output, FLAGS=FLAGS)
    with tf.name_scope("real_discriminator"):
        with tf.variable_scope("discriminator", reuse=True):
            discrim_real_output = discriminator(targets, FLAGS=FLAGS)
    with tf.name_scope("vgg19_1") as scope:
        extracted_feature_gen = VGG19_slim(gen_output, reuse=False, scope=scope)
    with tf.name_scope("vgg19_2") as scope:
        extracted_feature_target = VGG19_slim(targets, reuse=True, scope=scope)
    with tf.variable_scope("generator_loss"):
        with tf.variable_scope("content_loss"):
            diff = extracted_feature_gen - extracted_feature_target
            content_loss = tf.reduce_mean(tf.reduce_sum(tf.square(diff), axis=[3]))
        with tf.variable_scope("adversarial_loss"):
            adversarial_loss = tf.reduce_mean(-tf.log(discrim_fake_output + FLAGS.EPS))
        gen_loss = content_loss + FLAGS.ratio * adversarial_loss
    with tf.variable_scope("discriminator_loss"):
        discrim_loss = tf.reduce_mean(-(tf.log(1 - discrim_fake_output + FLAGS.EPS) + tf.log(discrim_real_output + FLAGS.EPS)))
    with tf.variable_scope("get_learning_rate_and_global_step"):
        global_step = tf.contrib.framework.get_or_create_global_step()
        learning_rate = tf.train.exponential_decay(1e-4, global_step, 100, 0.1, staircase=False)
        incr_global_step = tf.assign(global_step, global_step + 1)
    with tf.variable_scope("dicriminator_train"):
        discrim_tvars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="discriminator")
        discrim_optimizer = tf.train.AdamOptimizer(learning_rate, beta1=0.9)
        discrim_train = discrim_optimizer.apply_gradients(discrim_optimizer.compute_gradients(discrim_loss, discrim_tvars))
    with tf.variable_scope("generator_train"):
        with tf.control_dependencies([discrim_train] + tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
            gen_tvars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="generator")
            gen_optimizer = tf.train.AdamOptimizer(learning_rate, beta1=0.9)
            gen_train = gen_optimizer.apply_gradients(gen_optimizer.compute_gradients(gen_loss, gen_tvars))
    exp_averager = tf.train.ExponentialMovingAverage(decay=0.99)
    update_loss = exp_averager.apply([discrim_loss, adversarial_loss, content_loss])
    return Network(
        discrim_loss=exp_averager.average(discrim_loss),
        adversarial_loss=exp_averager.average(adversarial_loss),
        content_loss=exp_averager.average(content_loss),
        train=tf.group(update_loss, incr_global_step, gen_train),
        global_step=global_step,
        gen_output=gen_output,
    )


if FLAGS.crop_size < 4:
    raise ValueError("The crops are too small")
inputs = tf.placeholder(tf.float32, [FLAGS.batch_size, FLAGS.crop_size, FLAGS.crop_size, 3])
targets = tf.placeholder(tf.float32, [FLAGS.batch_size] + [FLAGS.crop_size * 4] * 2 + [3])
Net = SRGAN(inputs, targets, FLAGS)
var_list2 = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="generator")
weight_initializer = tf.train.Saver(var_list2)
vgg_var_list = tf.get_collection(tf.GraphKeys.MODEL_VARIABLES, scope="vgg_19")
steps = int(math.ceil(3 / 2.0))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(steps):
        feed = {inputs: np.random.rand(*inputs.shape.as_list()), targets: np.random.rand(*targets.shape.as_list())}
        sess.run(Net.train, feed)
    print("steps", sess.run(Net.global_step), len(vgg_var_list))
