import tensorflow as tf
import tensorflow.contrib.slim as slim

tf.app.flags.DEFINE_integer("batch_size", 1, "Batch size of the input batch")


def conv2(batch_input, kernel=3, output_channel=64, stride=1, use_bias=True, scope="conv"):
    with tf.variable_scope(scope):
        if use_bias:
            return slim.conv2d(batch_input, output_channel, [kernel, kernel], stride, "SAME", data_format="NHWC",
                               activation_fn=None, weights_initializer=tf.contrib.layers.xavier_initializer())
        return slim.conv2d(batch_input, output_channel, [kernel, kernel], stride, "SAME", data_format="NHWC",
                           activation_fn=None, weights_initializer=tf.contrib.layers.xavier_initializer(),
                           biases_initializer=None)


def prelu_tf(inputs, name="Prelu"):
    with tf.variable_scope(name):
        alphas = tf.get_variable("alpha", inputs.get_shape()[-1], initializer=tf.zeros_initializer(), dtype=tf.float32)
    pos = tf.nn.relu(inputs)
    neg = alphas * (inputs - abs(inputs)) * 0.5
    return pos + neg


def lrelu(inputs, alpha):
    return tf.nn.leaky_relu(inputs, alpha)


def batchnorm(inputs, is_training):
    return slim.batch_norm(inputs, decay=0.9, epsilon=0.001, updates_collections=tf.GraphKeys.UPDATE_OPS,
                           scale=False, fused=True, is_training=is_training)


def denselayer(inputs, output_size):
    return tf.layers.dense(inputs, output_size, activation=None, kernel_initializer=tf.contrib.layers.xavier_initializer())


def pixelShuffler(inputs, scale=2):
    size = tf.shape(inputs)
    batch_size, h, w = size[0], size[1], size[2]
    c = inputs.get_shape().as_list()[-1]
    channel_target = c // (scale * scale)
    channel_factor = c // channel_target
    shape_1 = [batch_size, h, w, channel_factor // scale, channel_factor // scale]
    shape_2 = [batch_size, h * scale, w * scale, 1]
    input_split = tf.split(inputs, channel_target, axis=3)
    output = tf.concat([phaseShift(x, scale, shape_1, shape_2) for x in input_split], axis=3)
    return output


def phaseShift(inputs, scale, shape_1, shape_2):
    X = tf.reshape(inputs, shape_1)
    X = tf.transpose(X, [0, 1, 3, 2, 4])
    return tf.reshape(X, shape_2)


def VGG19_slim(input, reuse, scope):
    with slim.arg_scope([slim.conv2d], activation_fn=tf.nn.relu, trainable=False):
        with tf.variable_scope("vgg_19", "vgg_19", [input], reuse=reuse):
            net = slim.repeat(input, 2, slim.conv2d, 8, 3, scope="conv1", reuse=reuse)
            net = slim.max_pool2d(net, [2, 2], scope="pool1")
            return slim.repeat(net, 2, slim.conv2d, 8, 3, scope="conv2", reuse=reuse)
