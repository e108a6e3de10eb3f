import numpy as np
import tensorflow as tf

import tflib as lib


def Batchnorm(name, axes, inputs, is_training=None, stats_iter=None, update_moving_stats=True, fused=None):
    if ((axes == [0, 2, 3]) or (axes == [0, 2])) and fused == True:
        if axes == [0, 2]:
            inputs = tf.expand_dims(inputs, 3)
        offset = lib.param(name + '.offset', np.zeros(inputs.get_shape()[1], dtype='float32'))
        scale = lib.param(name + '.scale', np.ones(inputs.get_shape()[1], dtype='float32'))
        moving_mean = lib.param(name + '.moving_mean', np.zeros(inputs.get_shape()[1], dtype='float32'), trainable=False)
        moving_variance = lib.param(name + '.moving_variance', np.ones(inputs.get_shape()[1], dtype='float32'), trainable=False)

        def _fused_batch_norm_training():
            return tf.nn.fused_batch_norm(inputs, scale, offset, epsilon=1e-5, data_format='NCHW')

        if is_training is None:
            outputs, batch_mean, batch_var = _fused_batch_norm_training()
        else:
            outputs, batch_mean, batch_var = tf.cond(is_training, _fused_batch_norm_training, lambda: (inputs, moving_mean, moving_variance))
        if axes == [0, 2]:
            return outputs[:, :, :, 0]
        return outputs
    mean, var = tf.nn.moments(inputs, axes, keep_dims=True)
    shape = mean.get_shape().as_list()
    offset = lib.param(name + '.offset', np.zeros(shape, dtype='float32'))
    scale = lib.param(name + '.scale', np.ones(shape, dtype='float32'))
    return tf.nn.batch_normalization(inputs, mean, var, offset, scale, 1e-5)
