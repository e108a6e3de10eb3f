import tensorflow.compat.v1 as tf

weight_init = tf.random_normal_initializer(mean=0.0, stddev=0.02)
weight_regularizer = None


def conv(x, channels, kernel=4, stride=2, pad=0, pad_type="zero", use_bias=True, sn=False, scope="conv_0"):
    with tf.variable_scope(scope):
        if pad > 0:
            if (kernel - stride) % 2 == 0:
                pad_top = pad_bottom = pad_left = pad_right = pad
            else:
                pad_top = pad_left = pad
                pad_bottom, pad_right = kernel - stride - pad_top, kernel - stride - pad_left
            if pad_type == "zero":
                x = tf.pad(x, [[0, 0], [pad_top, pad_bottom], [pad_left, pad_right], [0, 0]])
            if pad_type == "reflect":
                x = tf.pad(x, [[0, 0], [pad_top, pad_bottom], [pad_left, pad_right], [0, 0]], mode="REFLECT")
        if sn:
            w = tf.get_variable("kernel", shape=[kernel, kernel, x.get_shape()[-1], channels],
                                initializer=weight_init, regularizer=weight_regularizer)
            x = tf.nn.conv2d(input=x, filter=spectral_norm(w), strides=[1, stride, stride, 1], padding="VALID")
            if use_bias:
                bias = tf.get_variable("bias", [channels], initializer=tf.constant_initializer(0.0))
                x = tf.nn.bias_add(x, bias)
        else:
            x = tf.layers.conv2d(inputs=x, filters=channels, kernel_size=kernel, kernel_initializer=weight_init,
                                 kernel_regularizer=weight_regularizer, strides=stride, use_bias=use_bias)
        return x


def deconv(x, channels, kernel=4, stride=2, use_bias=True, scope="deconv_0"):
    with tf.variable_scope(scope):
        return tf.layers.conv2d_transpose(inputs=x, filters=channels, kernel_size=kernel,
                                          kernel_initializer=weight_init, strides=stride, padding="SAME", use_bias=use_bias)


def flatten(x):
    return tf.layers.flatten(x)


def resblock(x_init, channels, use_bias=True, scope="resblock"):
    with tf.variable_scope(scope):
        with tf.variable_scope("res1"):
            x = conv(x_init, channels, kernel=3, stride=1, pad=1, use_bias=use_bias)
            x = relu(instance_norm(x))
        with tf.variable_scope("res2"):
            x = conv(x, channels, kernel=3, stride=1, pad=1, use_bias=use_bias)
            x = instance_norm(x)
        return x + x_init


def lrelu(x, alpha=0.2):
    return tf.nn.leaky_relu(x, alpha)


def relu(x):
    return tf.nn.relu(x)


def tanh(x):
    return tf.tanh(x)


def instance_norm(x, scope="instance_norm"):
    with tf.variable_scope(scope):
        channels = x.shape.as_list()[-1]
        mean, variance = tf.nn.moments(x, [1, 2], keep_dims=True)
        gamma = tf.get_variable("gamma", [channels], initializer=tf.constant_initializer(1.0))
        beta = tf.get_variable("beta", [channels], initializer=tf.constant_initializer(0.0))
        return tf.nn.batch_normalization(x, mean, variance, beta, gamma, 1e-5)


def spectral_norm(w, iteration=1):
    w_shape = w.shape.as_list()
    w = tf.reshape(w, [-1, w_shape[-1]])
    u = tf.get_variable("u", [1, w_shape[-1]], initializer=tf.random_normal_initializer(), trainable=False)
    u_hat = u
    v_hat = None
    for i in range(iteration):
        v_ = tf.matmul(u_hat, tf.transpose(w))
        v_hat = tf.nn.l2_normalize(v_)
        u_ = tf.matmul(v_hat, w)
        u_hat = tf.nn.l2_normalize(u_)
    u_hat = tf.stop_gradient(u_hat)
    v_hat = tf.stop_gradient(v_hat)
    sigma = tf.matmul(tf.matmul(v_hat, w), tf.transpose(u_hat))
    with tf.control_dependencies([u.assign(u_hat)]):
        w_norm = w / sigma
        w_norm = tf.reshape(w_norm, w_shape)
    return w_norm


def discriminator_loss(loss_func, real, fake):
    real_loss = 0
    fake_loss = 0
    if loss_func.__contains__("wgan"):
        real_loss = -tf.reduce_mean(real)
        fake_loss = tf.reduce_mean(fake)
    if loss_func == "lsgan":
        real_loss = tf.reduce_mean(tf.squared_difference(real, 1.0))
        fake_loss = tf.reduce_mean(tf.square(fake))
    if loss_func == "gan" or loss_func == "dragan":
        real_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.ones_like(real), logits=real))
        fake_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.zeros_like(fake), logits=fake))
    if loss_func == "hinge":
        real_loss = tf.reduce_mean(relu(1.0 - real))
        fake_loss = tf.reduce_mean(relu(1.0 + fake))
    return real_loss + fake_loss


def generator_loss(loss_func, fake):
    fake_loss = 0
    if loss_func.__contains__("wgan") or loss_func == "hinge":
        fake_loss = -tf.reduce_mean(fake)
    if loss_func == "lsgan":
        fake_loss = tf.reduce_mean(tf.squared_difference(fake, 1.0))
    if loss_func == "gan" or loss_func == "dragan":
        fake_loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.ones_like(fake), logits=fake))
    return fake_loss


def classification_loss(logit, label):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=label, logits=logit))
