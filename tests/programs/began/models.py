import tensorflow as tf

slim = tf.contrib.slim


def GeneratorCNN(z, hidden_num, output_num, repeat_num, data_format, reuse):
    with tf.variable_scope("G", reuse=reuse) as vs:
        num_output = 4 * 4 * hidden_num
        x = slim.fully_connected(z, num_output, activation_fn=None)
        x = reshape(x, 4, 4, hidden_num, data_format)
        for idx in range(repeat_num):
            x = slim.conv2d(x, hidden_num, 3, 1, activation_fn=tf.nn.elu, data_format=data_format)
            x = slim.conv2d(x, hidden_num, 3, 1, activation_fn=tf.nn.elu, data_format=data_format)
            if idx < repeat_num - 1:
                x = upscale(x, 2, data_format)
        out = slim.conv2d(x, output_num, 3, 1, activation_fn=None, data_format=data_format)
    variables = tf.contrib.framework.get_variables(vs)
    return out, variables


def DiscriminatorCNN(x, input_channel, z_num, repeat_num, hidden_num, data_format):
    with tf.variable_scope("D") as vs:
        x = slim.conv2d(x, hidden_num, 3, 1, activation_fn=tf.nn.elu, data_format=data_format)
        for idx in range(repeat_num):
            channel_num = hidden_num * (idx + 1)
            x = slim.conv2d(x, channel_num, 3, 1, activation_fn=tf.nn.elu, data_format=data_format)
            if idx < repeat_num - 1:
                x = slim.conv2d(x, channel_num, 3, 2, activation_fn=tf.nn.elu, data_format=data_format)
        shape = x.get_shape().as_list()
        x = tf.reshape(x, [-1, int(shape[1] * shape[2] * shape[3])])
        z = x = slim.fully_connected(x, z_num, activation_fn=None)
        x = slim.fully_connected(x, 4 * 4 * hidden_num, activation_fn=None)
        x = reshape(x, 4, 4, hidden_num, data_format)
        for idx in range(repeat_num):
            x = slim.conv2d(x, hidden_num, 3, 1, activation_fn=tf.nn.elu, data_format=data_format)
            if idx < repeat_num - 1:
                x = upscale(x, 2, data_format)
        out = slim.conv2d(x, input_channel, 3, 1, activation_fn=None, data_format=data_format)
    variables = tf.contrib.framework.get_variables(vs)
    return out, z, variables


def int_shape(tensor):
    shape = tensor.get_shape().as_list()
    return [num if num is not None else -1 for num in shape]


def get_conv_shape(tensor, data_format):
    shape = int_shape(tensor)
    if data_format == "NCHW":
        return [shape[0], shape[2], shape[3], shape[1]]
    return shape


def reshape(x, h, w, c, data_format):
    if data_format == "NCHW":
        return tf.reshape(x, [-1, c, h, w])
    return tf.reshape(x, [-1, h, w, c])


def upscale(x, scale, data_format):
    _, h, w, _ = get_conv_shape(x, data_format)
    if data_format == "NCHW":
        x = tf.transpose(x, [0, 2, 3, 1])
    x = tf.image.resize_nearest_neighbor(x, (h * scale, w * scale))
    return tf.transpose(x, [0, 3, 1, 2]) if data_format == "NCHW" else x
