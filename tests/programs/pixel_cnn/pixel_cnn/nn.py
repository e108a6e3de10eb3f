import tensorflow as tf
from tensorflow.contrib.framework.python.ops import add_arg_scope


def int_shape(x):
    return list(map(int, x.get_shape()))


def concat_elu(x):
    axis = len(x.get_shape()) - 1
    return tf.nn.elu(tf.concat([x, -x], axis))


def simple_loss(x, out):
    small = tf.image.resize_nearest_neighbor(x, int_shape(out)[1:3])
    return tf.reduce_sum(tf.square(tf.reduce_mean(out, 3, keep_dims=True) - small))


def adam_updates(params, cost_or_grads, lr=0.001, mom1=0.9, mom2=0.999):
    updates = []
    if type(cost_or_grads) is not list:
        grads = tf.gradients(cost_or_grads, params)
    else:
        grads = cost_or_grads
    t = tf.Variable(1.0, "adam_t")
    for p, g in zip(params, grads):
        mg = tf.Variable(tf.zeros(p.get_shape()), p.name + "_adam_mg")
        if mom1 > 0:
            v = tf.Variable(tf.zeros(p.get_shape()), p.name + "_adam_v")
            v_t = mom1 * v + (1.0 - mom1) * g
            updates.append(v.assign(v_t))
        else:
            v_t = g
        mg_t = mom2 * mg + (1.0 - mom2) * tf.square(g)
        updates.append(mg.assign(mg_t))
        updates.append(p.assign(p - lr * v_t / tf.sqrt(mg_t + 1e-8)))
    updates.append(t.assign_add(1))
    return tf.group(*updates)


def get_var_maybe_avg(var_name, ema, **kwargs):
    v = tf.get_variable(var_name, **kwargs)
    if ema is not None:
        v = ema.average(v)
    return v


def get_vars_maybe_avg(var_names, ema, **kwargs):
    vars = []
    for vn in var_names:
        vars.append(get_var_maybe_avg(vn, ema, **kwargs))
    return vars


def get_name(layer_name, counters):
    if not layer_name in counters:
        counters[layer_name] = 0
    name = layer_name + "_" + str(counters[layer_name])
    counters[layer_name] += 1
    return name


@add_arg_scope
def dense(x, num_units, nonlinearity=None, init_scale=1.0, counters={}, init=False, ema=None, **kwargs):
    name = get_name("dense", counters)
    with tf.variable_scope(name):
        V = get_var_maybe_avg("V", ema, shape=[int(x.get_shape()[1]), num_units], dtype=tf.float32,
                              initializer=tf.random_normal_initializer(0, 0.05), trainable=True)
        g = get_var_maybe_avg("g", ema, shape=[num_units], dtype=tf.float32,
                              initializer=tf.constant_initializer(1.0), trainable=True)
        b = get_var_maybe_avg("b", ema, shape=[num_units], dtype=tf.float32,
                              initializer=tf.constant_initializer(0.0), trainable=True)
        x = tf.matmul(x, V)
        scaler = g / tf.sqrt(tf.reduce_sum(tf.square(V), [0]))
        x = tf.reshape(scaler, [1, num_units]) * x + tf.reshape(b, [1, num_units])
        if init:
            m_init, v_init = tf.nn.moments(x, [0])
            scale_init = init_scale / tf.sqrt(v_init + 1e-10)
            with tf.control_dependencies([g.assign(g * scale_init), b.assign_add(-m_init * scale_init)]):
                x = tf.identity(x)
        return nonlinearity(x) if nonlinearity is not None else x


@add_arg_scope
def conv2d(x, num_filters, filter_size=[3, 3], stride=[1, 1], pad="SAME", nonlinearity=None, init_scale=1.0, counters={}, init=False, ema=None, **kwargs):
    name = get_name("conv2d", counters)
    with tf.variable_scope(name):
        V = get_var_maybe_avg("V", ema, shape=filter_size + [int(x.get_shape()[-1]), num_filters],
                              dtype=tf.float32, initializer=tf.random_normal_initializer(0, 0.05), trainable=True)
        g, b = get_vars_maybe_avg(["g", "b"], ema, shape=[num_filters], dtype=tf.float32,
                                  initializer=tf.constant_initializer(1.0), trainable=True)
        W = tf.reshape(g, [1, 1, 1, num_filters]) * tf.nn.l2_normalize(V, [0, 1, 2])
        x = tf.nn.bias_add(tf.nn.conv2d(x, W, [1] + stride + [1], pad), b)
        if init:
            m_init, v_init = tf.nn.moments(x, [0, 1, 2])
            scale_init = init_scale / tf.sqrt(v_init + 1e-8)
            with tf.control_dependencies([g.assign(g * scale_init), b.assign_add(-m_init * scale_init)]):
                x = tf.identity(x)
        if nonlinearity is not None:
            x = nonlinearity(x)
        return x


@add_arg_scope
def nin(x, num_units, **kwargs):
    s = int_shape(x)
    x = tf.reshape(x, [int(tf.Dimension(s[0] * s[1] * s[2])), s[-1]])
    x = dense(x, num_units, **kwargs)
    return tf.reshape(x, s[:-1] + [num_units])


@add_arg_scope
def gated_resnet(x, a=None, h=None, nonlinearity=concat_elu, conv=conv2d, init=False, counters={}, ema=None, dropout_p=0.0, **kwargs):
    xs = int_shape(x)
    num_filters = xs[-1]
    c1 = conv(nonlinearity(x), num_filters)
    if a is not None:
        c1 += nin(nonlinearity(a), num_filters)
    c1 = nonlinearity(c1)
    if dropout_p > 0:
        c1 = tf.nn.dropout(c1, keep_prob=1.0 - dropout_p)
    c2 = conv(c1, num_filters * 2, init_scale=0.1)
    if h is not None:
        with tf.variable_scope(get_name("conditional_weights", counters)):
            hw = get_var_maybe_avg("hw", ema, shape=[int_shape(h)[-1], 2 * num_filters], dtype=tf.float32,
                                   initializer=tf.random_normal_initializer(0, 0.05), trainable=True)
        c2 += tf.reshape(tf.matmul(h, hw), [xs[0], 1, 1, 2 * num_filters])
    a, b = tf.split(c2, 2, 3)
    return x + a * tf.nn.sigmoid(b)


def down_shift(x):
    xs = int_shape(x)
    return tf.concat([tf.zeros([xs[0], 1, xs[2], xs[3]]), x[:, : xs[1] - 1, :, :]], 1)
