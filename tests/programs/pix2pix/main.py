"""Image-to-image translation: a U-shaped generator with skips and a patch discriminator."""
import argparse
import collections

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

parser = argparse.ArgumentParser()
parser.add_argument("--ngf", type=int, default=4, help="filters in the first generator layer")
parser.add_argument("--ndf", type=int, default=4, help="filters in the first discriminator layer")
parser.add_argument("--lr", type=float, default=0.0002)
parser.add_argument("--beta1", type=float, default=0.5)
parser.add_argument("--l1_weight", type=float, default=100.0)
parser.add_argument("--gan_weight", type=float, default=1.0)
a = parser.parse_args()

EPS = 1e-12
CROP = 64
Model = collections.namedtuple("Model", "outputs, predict_real, predict_fake, discrim_loss, gen_loss_GAN, gen_loss_L1, train")


def lrelu(x, slope):
    with tf.name_scope("lrelu"):
        x = tf.identity(x)
        return (0.5 * (1 + slope)) * x + (0.5 * (1 - slope)) * tf.abs(x)


def batchnorm(inputs):
    return tf.layers.batch_normalization(
        inputs, axis=3, epsilon=1e-5, momentum=0.1, training=True,
        gamma_initializer=tf.random_normal_initializer(1.0, 0.02),
    )


def discrim_conv(batch_input, out_channels, stride):
    padded = tf.pad(batch_input, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="CONSTANT")
    return tf.layers.conv2d(
        padded, out_channels, kernel_size=4, strides=(stride, stride), padding="valid",
        kernel_initializer=tf.random_normal_initializer(0, 0.02),
    )


def gen_conv(batch_input, out_channels):
    return tf.layers.conv2d(batch_input, out_channels, kernel_size=4, strides=(2, 2), padding="same")


def gen_deconv(batch_input, out_channels):
    return tf.layers.conv2d_transpose(batch_input, out_channels, kernel_size=4, strides=(2, 2), padding="same")


def create_generator(generator_inputs, generator_outputs_channels):
    layers = []
    with tf.variable_scope("encoder_1"):
        layers.append(gen_conv(generator_inputs, a.ngf))
    for out_channels in [a.ngf * 2, a.ngf * 4, a.ngf * 8, a.ngf * 8, a.ngf * 8]:
        with tf.variable_scope("encoder_%d" % (len(layers) + 1)):
            rectified = lrelu(layers[-1], 0.2)
            layers.append(batchnorm(gen_conv(rectified, out_channels)))
    layer_specs = [(a.ngf * 8, 0.5), (a.ngf * 8, 0.5), (a.ngf * 4, 0.0), (a.ngf * 2, 0.0), (a.ngf, 0.0)]
    num_encoder_layers = len(layers)
    for decoder_layer, (out_channels, dropout) in enumerate(layer_specs):
        skip_layer = num_encoder_layers - decoder_layer - 1
        with tf.variable_scope("decoder_%d" % (skip_layer + 1)):
            if decoder_layer == 0:
                inputs = layers[-1]
            else:
                inputs = tf.concat([layers[-1], layers[skip_layer]], axis=3)
            output = batchnorm(gen_deconv(tf.nn.relu(inputs), out_channels))
            if dropout > 0.0:
                output = tf.nn.dropout(output, keep_prob=1 - dropout)
            layers.append(output)
    with tf.variable_scope("decoder_1"):
        inputs = tf.concat([layers[-1], layers[0]], axis=3)
        layers.append(tf.tanh(gen_deconv(tf.nn.relu(inputs), generator_outputs_channels)))
    return layers[-1]


def create_discriminator(discrim_inputs, discrim_targets):
    n_layers = 3
    layers = []
    inputs = tf.concat([discrim_inputs, discrim_targets], axis=3)
    with tf.variable_scope("layer_1"):
        layers.append(lrelu(discrim_conv(inputs, a.ndf, stride=2), 0.2))
    for i in range(n_layers):
        with tf.variable_scope("layer_%d" % (len(layers) + 1)):
            out_channels = a.ndf * min(2 ** (i + 1), 8)
            stride = 1 if i == n_layers - 1 else 2
            convolved = discrim_conv(layers[-1], out_channels, stride=stride)
            layers.append(lrelu(batchnorm(convolved), 0.2))
    with tf.variable_scope("layer_%d" % (len(layers) + 1)):
        layers.append(tf.sigmoid(discrim_conv(layers[-1], out_channels=1, stride=1)))
    return layers[-1]


def create_model(inputs, targets):
    with tf.variable_scope("generator"):
        outputs = create_generator(inputs, int(targets.get_shape()[-1]))
    with tf.name_scope("real_discriminator"):
        with tf.variable_scope("discriminator"):
            predict_real = create_discriminator(inputs, targets)
    with tf.name_scope("fake_discriminator"):
        with tf.variable_scope("discriminator", reuse=True):
            predict_fake = create_discriminator(inputs, outputs)
    with tf.name_scope("discriminator_loss"):
        discrim_loss = tf.reduce_mean(-(tf.log(predict_real + EPS) + tf.log(1 - predict_fake + EPS)))
    with tf.name_scope("generator_loss"):
        gen_loss_GAN = tf.reduce_mean(-tf.log(predict_fake + EPS))
        gen_loss_L1 = tf.reduce_mean(tf.abs(targets - outputs))
        gen_loss = gen_loss_GAN * a.gan_weight + gen_loss_L1 * a.l1_weight
    with tf.name_scope("discriminator_train"):
        discrim_tvars = [var for var in tf.trainable_variables() if var.name.startswith("discriminator")]
        discrim_optim = tf.train.AdamOptimizer(a.lr, a.beta1)
        discrim_grads_and_vars = discrim_optim.compute_gradients(discrim_loss, var_list=discrim_tvars)
        discrim_train = discrim_optim.apply_gradients(discrim_grads_and_vars)
    with tf.name_scope("generator_train"):
        with tf.control_dependencies([discrim_train]):
            gen_tvars = [var for var in tf.trainable_variables() if var.name.startswith("generator")]
            gen_optim = tf.train.AdamOptimizer(a.lr, a.beta1)
            gen_grads_and_vars = gen_optim.compute_gradients(gen_loss, var_list=gen_tvars)
            gen_train = gen_optim.apply_gradients(gen_grads_and_vars)
    ema = tf.train.ExponentialMovingAverage(decay=0.99)
    update_losses = ema.apply([discrim_loss, gen_loss_GAN, gen_loss_L1])
    global_step = tf.train.get_or_create_global_step()
    incr_global_step = tf.assign(global_step, global_step + 1)
    return Model(
        predict_real=predict_real,
        predict_fake=predict_fake,
        discrim_loss=ema.average(discrim_loss),
        gen_loss_GAN=ema.average(gen_loss_GAN),
        gen_loss_L1=ema.average(gen_loss_L1),
        outputs=outputs,
        train=tf.group(update_losses, incr_global_step, gen_train),
    )


def main():
    inputs = tf.placeholder(tf.float32, [1, CROP, CROP, 3])
    targets = tf.placeholder(tf.float32, [1, CROP, CROP, 3])
    model = create_model(inputs, targets)
    for var in tf.trainable_variables():
        tf.summary.histogram(var.op.name + "/values", var)
    with tf.name_scope("parameter_count"):
        count = tf.reduce_sum([tf.reduce_prod(tf.shape(v)) for v in tf.trainable_variables()])
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        image = np.zeros((1, CROP, CROP, 3), np.float32)
        sess.run(model.train, {inputs: image, targets: image})
        print("parameter_count =", sess.run(count))


main()
