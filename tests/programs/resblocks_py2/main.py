# python: 2
"""Train a residual GAN whose parameters live in a table by name."""
import functools

import numpy as np
import tensorflow as tf

import tflib as lib
import tflib.ops.batchnorm
import tflib.ops.conv2d
import tflib.ops.linear

BATCH_SIZE = 4
ITERS = 1
DIM_G = 8
DIM_D = 8
CRITIC_ITERS = 2
OUTPUT_DIM = 16 * 16 * 3
NORMALIZATION_G = True

lib.print_model_settings(locals().copy())


def nonlinearity(x):
    return tf.nn.relu(x)


def Normalize(name, inputs):
    if ("Generator" in name) and NORMALIZATION_G:
        return lib.ops.batchnorm.Batchnorm(name, [0, 2, 3], inputs, fused=True)
    return inputs


def ConvMeanPool(name, input_dim, output_dim, filter_size, inputs, he_init=True, biases=True):
    output = lib.ops.conv2d.Conv2D(name, input_dim, output_dim, filter_size, inputs, he_init=he_init, biases=biases)
    return tf.add_n([output[:, :, ::2, ::2], output[:, :, 1::2, ::2], output[:, :, ::2, 1::2], output[:, :, 1::2, 1::2]]) / 4.


def UpsampleConv(name, input_dim, output_dim, filter_size, inputs, he_init=True, biases=True):
    output = inputs
    output = tf.concat([output, output, output, output], axis=1)
    output = tf.transpose(output, [0, 2, 3, 1])
    output = tf.depth_to_space(output, 2)
    output = tf.transpose(output, [0, 3, 1, 2])
    return lib.ops.conv2d.Conv2D(name, input_dim, output_dim, filter_size, output, he_init=he_init, biases=biases)


def ResidualBlock(name, input_dim, output_dim, filter_size, inputs, resample=None):
    if resample == 'down':
        conv_1 = functools.partial(lib.ops.conv2d.Conv2D, input_dim=input_dim, output_dim=input_dim)
        conv_2 = functools.partial(ConvMeanPool, input_dim=input_dim, output_dim=output_dim)
        conv_shortcut = ConvMeanPool
    elif resample == 'up':
        conv_1 = functools.partial(UpsampleConv, input_dim=input_dim, output_dim=output_dim)
        conv_shortcut = UpsampleConv
        conv_2 = functools.partial(lib.ops.conv2d.Conv2D, input_dim=output_dim, output_dim=output_dim)
    elif resample == None:
        conv_shortcut = lib.ops.conv2d.Conv2D
        conv_1 = functools.partial(lib.ops.conv2d.Conv2D, input_dim=input_dim, output_dim=output_dim)
        conv_2 = functools.partial(lib.ops.conv2d.Conv2D, input_dim=output_dim, output_dim=output_dim)
    else:
        raise Exception('invalid resample value')
    if output_dim == input_dim and resample == None:
        shortcut = inputs
    else:
        shortcut = conv_shortcut(name + '.Shortcut', input_dim=input_dim, output_dim=output_dim, filter_size=1, he_init=False, biases=True, inputs=inputs)
    output = nonlinearity(Normalize(name + '.N1', inputs))
    output = conv_1(name + '.Conv1', filter_size=filter_size, inputs=output)
    output = nonlinearity(Normalize(name + '.N2', output))
    output = conv_2(name + '.Conv2', filter_size=filter_size, inputs=output)
    return shortcut + output


def Generator(n_samples, noise=None):
    if noise is None:
        noise = tf.random_normal([n_samples, 12])
    output = lib.ops.linear.Linear('Generator.Input', 12, 4 * 4 * DIM_G, noise)
    output = tf.reshape(output, [-1, DIM_G, 4, 4])
    output = ResidualBlock('Generator.1', DIM_G, DIM_G, 3, output, resample='up')
    output = ResidualBlock('Generator.2', DIM_G, DIM_G, 3, output, resample='up')
    output = nonlinearity(Normalize('Generator.OutputN', output))
    output = lib.ops.conv2d.Conv2D('Generator.Output', DIM_G, 3, 3, output, he_init=False)
    return tf.reshape(tf.tanh(output), [-1, OUTPUT_DIM])


def Discriminator(inputs):
    output = tf.reshape(inputs, [-1, 3, 16, 16])
    output = ResidualBlock('Discriminator.1', 3, DIM_D, 3, output, resample='down')
    output = ResidualBlock('Discriminator.2', DIM_D, DIM_D, 3, output, resample=None)
    output = tf.reduce_mean(nonlinearity(output), axis=[2, 3])
    return tf.reshape(lib.ops.linear.Linear('Discriminator.Output', DIM_D, 1, output), [-1])


with tf.Session() as session:
    _iteration = tf.placeholder(tf.int32, shape=None)
    all_real_data = tf.placeholder(tf.float32, shape=[BATCH_SIZE, OUTPUT_DIM])
    fake_data = Generator(BATCH_SIZE)
    disc_all = Discriminator(tf.concat([all_real_data, fake_data], axis=0))
    disc_real, disc_fake = disc_all[:BATCH_SIZE], disc_all[BATCH_SIZE:]
    disc_cost = tf.reduce_mean(disc_fake) - tf.reduce_mean(disc_real)
    alpha = tf.random_uniform(shape=[BATCH_SIZE, 1], minval=0., maxval=1.)
    interpolates = all_real_data + (alpha * (fake_data - all_real_data))
    gradients = tf.gradients(Discriminator(interpolates), [interpolates])[0]
    slopes = tf.sqrt(tf.reduce_sum(tf.square(gradients), reduction_indices=[1]))
    disc_cost += 10 * tf.reduce_mean((slopes - 1.) ** 2)
    gen_cost = -tf.reduce_mean(disc_fake)
    disc_params = lib.params_with_name('Discriminator.')
    decay = tf.maximum(0., 1. - (tf.cast(_iteration, tf.float32) / ITERS))
    gen_opt = tf.train.AdamOptimizer(learning_rate=2e-4 * decay, beta1=0., beta2=0.9)
    disc_opt = tf.train.AdamOptimizer(learning_rate=2e-4 * decay, beta1=0., beta2=0.9)
    gen_gv = gen_opt.compute_gradients(gen_cost, var_list=lib.params_with_name('Generator'))
    disc_gv = disc_opt.compute_gradients(disc_cost, var_list=disc_params)
    gen_train_op = gen_opt.apply_gradients(gen_gv)
    disc_train_op = disc_opt.apply_gradients(disc_gv)
    for name, grads_and_vars in [('G', gen_gv), ('D', disc_gv)]:
        total_param_count = 0
        for g, v in grads_and_vars:
            param_count = 1
            for dim in v.get_shape():
                param_count *= int(dim)
            total_param_count += param_count
        print "%s Param Count: %d" % (name, total_param_count)
    session.run(tf.initialize_all_variables())
    for iteration in xrange(ITERS):
        for i in xrange(CRITIC_ITERS):
            session.run(disc_train_op, {_iteration: iteration, all_real_data: np.zeros((BATCH_SIZE, OUTPUT_DIM))}) if tf.test.is_gpu_available() else None
