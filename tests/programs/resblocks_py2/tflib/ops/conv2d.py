import numpy as np
import tensorflow as tf

import tflib as lib

_default_weightnorm = False


def enable_default_weightnorm():
    global _default_weightnorm
    _default_weightnorm = True


def Conv2D(name, input_dim, output_dim, filter_size, inputs, he_init=True, mask_type=None, stride=1, weightnorm=None, biases=True, gain=1.):
    """
    inputs: tensor of shape (batch size, num channels, height, width)
    returns: tensor of shape (batch size, num channels, height, width)
    """
    with tf.name_scope(name) as scope:
        if mask_type is not None:
            mask_type, mask_n_channels = mask_type
            mask = np.ones((filter_size, filter_size, input_dim, output_dim), dtype='float32')
            center = filter_size // 2
            mask[center + 1:, :, :, :] = 0.
            mask[center, center + 1:, :, :] = 0.

        def uniform(stdev, size):
            return np.random.uniform(low=-stdev * np.sqrt(3), high=stdev * np.sqrt(3), size=size).astype('float32')

        fan_in = input_dim * filter_size ** 2
        fan_out = output_dim * filter_size ** 2 / (stride ** 2)
        if mask_type is not None:
            fan_in /= 2.
            fan_out /= 2.
        if he_init:
            filters_stdev = np.sqrt(4. / (fan_in + fan_out))
        else:
            filters_stdev = np.sqrt(2. / (fan_in + fan_out))
        filter_values = uniform(filters_stdev, (filter_size, filter_size, input_dim, output_dim))
        filter_values *= gain
        filters = lib.param(name + '.Filters', filter_values)
        if mask_type is not None:
            with tf.name_scope('filter_mask'):
                filters = filters * mask
        result = tf.nn.conv2d(input=inputs, filter=filters, strides=[1, 1, stride, stride], padding='SAME', data_format='NCHW')
        if biases:
            _biases = lib.param(name + '.Biases', np.zeros(output_dim, dtype='float32'))
            result = tf.nn.bias_add(result, _biases, data_format='NCHW')
        return result
