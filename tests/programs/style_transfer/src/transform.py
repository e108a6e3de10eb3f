import tensorflow.compat.v1 as tf

WEIGHTS_INIT_STDEV = 0.1


def net(image):
    conv1 = _conv_layer(image, 8, 9, 1)
    conv2 = _conv_layer(conv1, 16, 3, 2)
    resid1 = _residual_block(conv2, 3)
    resid2 = _residual_block(resid1, 3)
    conv_t1 = _conv_tranpose_layer(resid2, 8, 3, 2)
    conv_t3 = _conv_layer(conv_t1, 3, 9, 1, relu=False)
    return tf.nn.tanh(conv_t3) * 150 + 255.0 / 2


def _conv_layer(net, num_filters, filter_size, strides, relu=True):
    weights_init = _conv_init_vars(net, num_filters, filter_size)
    strides_shape = [1, strides, strides, 1]
    net = tf.nn.conv2d(net, weights_init, strides_shape, padding="SAME")
    net = _instance_norm(net)
    if relu:
        net = tf.nn.relu(net)
    return net


def _conv_tranpose_layer(net, num_filters, filter_size, strides):
    weights_init = _conv_init_vars(net, num_filters, filter_size, transpose=True)
    batch_size, rows, cols, in_channels = [int(i) for i in net.get_shape()]
    new_rows, new_cols = int(rows * strides), int(cols * strides)
    new_shape = [batch_size, new_rows, new_cols, num_filters]
    tf_shape = tf.stack(new_shape)
    strides_shape = [1, strides, strides, 1]
    net = tf.nn.conv2d_transpose(net, weights_init, tf_shape, strides_shape, padding="SAME")
    return tf.nn.relu(_instance_norm(net))


def _residual_block(net, filter_size=3):
    channels = int(net.get_shape()[3])
    tmp = _conv_layer(net, channels, filter_size, 1)
    return net + _conv_layer(tmp, channels, filter_size, 1, relu=False)


def _instance_norm(net, train=True):
    batch, rows, cols, channels = [int(i) for i in net.get_shape()]
    var_shape = [channels]
    mu, sigma_sq = tf.nn.moments(net, [1, 2], keep_dims=True)
    shift = tf.Variable(tf.zeros(var_shape))
    scale = tf.Variable(tf.ones(var_shape))
    normalized = (net - mu) / (sigma_sq + 1e-3) ** 0.5
    return scale * normalized + shift


def _conv_init_vars(net, out_channels, filter_size, transpose=False):
    _, rows, cols, in_channels = [int(i) for i in net.get_shape()]
    if not transpose:
        weights_shape = [filter_size, filter_size, in_channels, out_channels]
    else:
        weights_shape = [filter_size, filter_size, out_channels, in_channels]
    return tf.Variable(tf.truncated_normal(weights_shape, stddev=WEIGHTS_INIT_STDEV, seed=1), dtype=tf.float32)
