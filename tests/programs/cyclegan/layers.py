import tensorflow.compat.v1 as tf


def instance_norm(x, name="instance_norm"):
    with tf.variable_scope(name):
        depth = x.get_shape()[3]
        scale = tf.get_variable("scale", [depth], initializer=tf.random_normal_initializer(1.0, 0.02))
        offset = tf.get_variable("offset", [depth], initializer=tf.zeros_initializer())
        mean, variance = tf.nn.moments(x, axes=[1, 2], keep_dims=True)
        normalized = (x - mean) * tf.rsqrt(variance + 1e-5)
        return scale * normalized + offset


def c7s1_k(x, k, norm=True, activation="relu", name="c7s1"):
    with tf.variable_scope(name):
        padded = tf.pad(x, [[0, 0], [3, 3], [3, 3], [0, 0]], "REFLECT")
        y = tf.layers.conv2d(padded, k, 7, padding="valid", use_bias=not norm)
        if norm:
            y = instance_norm(y)
        return tf.nn.relu(y) if activation == "relu" else tf.nn.tanh(y)


def dk(x, k, name):
    with tf.variable_scope(name):
        y = tf.layers.conv2d(x, filters=k, kernel_size=3, strides=2, padding="same")
        return tf.nn.relu(instance_norm(y))


def rk(x, name):
    """A residual block with as many filters in as out."""
    filters = x.get_shape().as_list()[-1]
    with tf.variable_scope(name):
        with tf.variable_scope("layer1"):
            y = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="REFLECT")
            y = tf.nn.relu(instance_norm(tf.layers.conv2d(y, filters, 3)))
        with tf.variable_scope("layer2"):
            y = tf.pad(y, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="REFLECT")
            y = instance_norm(tf.layers.conv2d(y, filters, 3))
        return x + y


def n_res_blocks(x, n=6):
    for i in range(1, n + 1):
        x = rk(x, "R{}_{}".format(x.get_shape()[3], i))
    return x


def uk(x, k, name):
    with tf.variable_scope(name):
        y = tf.layers.conv2d_transpose(x, k, [3, 3], strides=(2, 2), padding="SAME")
        return tf.nn.relu(instance_norm(y))


def ck(x, k, slope=0.2, stride=2, norm=True, name=None):
    with tf.variable_scope(name):
        y = tf.layers.conv2d(x, k, 4, stride, "same")
        if norm:
            y = instance_norm(y)
        return tf.maximum(slope * y, y)
