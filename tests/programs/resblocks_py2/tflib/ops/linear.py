import numpy as np
import tensorflow as tf

import tflib as lib

_default_weightnorm = False
_weights_stdev = None


def set_weights_stdev(weights_stdev):
    global _weights_stdev
    _weights_stdev = weights_stdev


def Linear(name, input_dim, output_dim, inputs, biases=True, initialization=None, weightnorm=None, gain=1.):
    with tf.name_scope(name) as scope:
        def uniform(stdev, size):
            if _weights_stdev is not None:
                stdev = _weights_stdev
            return np.random.uniform(low=-stdev * np.sqrt(3), high=stdev * np.sqrt(3), size=size).astype('float32')

        if initialization == 'he':
            weight_values = uniform(np.sqrt(2. / input_dim), (input_dim, output_dim))
        elif initialization == 'glorot' or (initialization == None):
            weight_values = uniform(np.sqrt(2. / (input_dim + output_dim)), (input_dim, output_dim))
        else:
            raise Exception('Invalid initialization!')
        weight_values *= gain
        weight = lib.param(name + '.W', weight_values)
        if weightnorm == None:
            weightnorm = _default_weightnorm
        if weightnorm:
            norm_values = np.sqrt(np.sum(np.square(weight_values), axis=0))
            target_norms = lib.param(name + '.g', norm_values)
            norms = tf.sqrt(tf.reduce_sum(tf.square(weight), reduction_indices=[0]))
            weight = weight * (target_norms / norms)
        if inputs.get_shape().ndims == 2:
            result = tf.matmul(inputs, weight)
        else:
            reshaped_inputs = tf.reshape(inputs, [-1, input_dim])
            result = tf.matmul(reshaped_inputs, weight)
        if biases:
            result = tf.nn.bias_add(result, lib.param(name + '.b', np.zeros((output_dim,), dtype='float32')))
        return result
