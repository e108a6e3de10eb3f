"""Stands in for sugartensor/sg_layer.py."""

import tensorflow as tf

from sugartensor import sg_initializer as init
from sugartensor.sg_main import OLD, _concat, sg_layer_func, sg_opt, sg_rnn_layer_func


def _two(size):
    return size if isinstance(size, (tuple, list)) else [size, size]


def _four(stride):
    stride = stride if isinstance(stride, (tuple, list)) else [1, stride, stride, 1]
    return [1, stride[0], stride[1], 1] if len(stride) == 2 else stride


def _weights(shape, opt):
    return init.he_uniform("W", shape, regularizer=opt.regularizer)


def _shifted(out, opt):
    return out + init.constant("b", opt.dim) if opt.bias else out


@sg_layer_func
def sg_bypass(tensor, opt):
    """``sg_bypass``."""
    return tensor


@sg_layer_func
def sg_dense(tensor, opt):
    """``sg_dense``."""
    return _shifted(tf.matmul(tensor, _weights((opt.in_dim, opt.dim), opt)), opt)


@sg_layer_func
def sg_conv(tensor, opt):
    """``sg_conv``."""
    opt += sg_opt(size=(3, 3), stride=(1, 1, 1, 1), pad="SAME")
    size = _two(opt.size)
    w = _weights((size[0], size[1], opt.in_dim, opt.dim), opt)
    return _shifted(tf.nn.conv2d(tensor, w, strides=_four(opt.stride), padding=opt.pad), opt)


@sg_layer_func
def sg_conv1d(tensor, opt):
    """``sg_conv1d``."""
    opt += sg_opt(size=2, stride=1, pad="SAME")
    w = _weights((opt.size, opt.in_dim, opt.dim), opt)
    return _shifted(tf.nn.conv1d(tensor, w, stride=opt.stride, padding=opt.pad), opt)


@sg_layer_func
def sg_aconv(tensor, opt):
    """``sg_aconv``."""
    opt += sg_opt(size=(3, 3), rate=2, pad="SAME")
    size = _two(opt.size)
    w = _weights((size[0], size[1], opt.in_dim, opt.dim), opt)
    return _shifted(tf.nn.atrous_conv2d(tensor, w, rate=opt.rate, padding=opt.pad), opt)


@sg_layer_func
def sg_aconv1d(tensor, opt):
    """``sg_aconv1d``."""
    opt += sg_opt(size=(2 if opt.causal else 3), rate=1, pad="SAME")
    w = _weights((1, opt.size, opt.in_dim, opt.dim), opt)
    pad = opt.pad
    if opt.causal:
        if pad == "SAME":
            tensor = tf.pad(tensor, [[0, 0], [(opt.size - 1) * opt.rate, 0], [0, 0]])
        pad = "VALID"
    out = tf.nn.atrous_conv2d(tf.expand_dims(tensor, 1), w, rate=opt.rate, padding=pad)
    return tf.squeeze(_shifted(out, opt), [1])


@sg_layer_func
def sg_upconv(tensor, opt):
    """``sg_upconv``."""
    opt += sg_opt(size=(4, 4), stride=(1, 2, 2, 1), pad="SAME")
    size, stride = _two(opt.size), _four(opt.stride)
    w = _weights((size[0], size[1], opt.dim, opt.in_dim), opt)
    shape = tensor.get_shape().as_list()
    if opt.pad == "SAME" or OLD:
        height, width = shape[1] * stride[1], shape[2] * stride[2]
    else:
        height = (shape[1] - 1) * stride[1] + size[0]
        width = (shape[2] - 1) * stride[2] + size[1]
    sizes = tf.stack([tf.shape(tensor)[0], height, width, opt.dim])
    out = tf.nn.conv2d_transpose(tensor, w, output_shape=sizes, strides=stride, padding=opt.pad)
    out = _shifted(out, opt)
    out.set_shape([None, height, width, opt.dim])
    return out


def sg_emb(**kwargs):
    """``sg_emb``: a table whose first row is zero and isn't trained."""
    opt = sg_opt(kwargs)
    assert opt.name is not None, "name is mandatory."
    if opt.emb is None:
        assert opt.voca_size is not None, "voca_size is mandatory."
        assert opt.dim is not None, "dim is mandatory."
        w = init.he_uniform(opt.name, (opt.voca_size - 1, opt.dim))
    else:
        w = init.external(opt.name, value=opt.emb)
    return _concat([tf.zeros((1, opt.dim), dtype=tf.float32), w], 0)


def _normalizing(opt):
    if not opt.ln:
        return lambda x: x
    beta = init.constant("beta", opt.dim)
    gamma = init.constant("gamma", opt.dim, value=1)

    def normalized(x):
        mean, variance = tf.nn.moments(x, [len(x.get_shape()) - 1], keep_dims=True)
        return gamma * ((x - mean) / tf.sqrt(variance + 1e-8)) + beta

    return normalized


def _gates(opt, names):
    made = {}
    for one in names:
        suffix = "_" + one if one else ""
        made[one] = (
            init.orthogonal("W" + suffix, (opt.in_dim, opt.dim)),
            init.identity("U" + suffix, opt.dim),
        )
    return made


def _shifts(opt, names):
    if not opt.bias:
        return dict.fromkeys(names, 0)
    return {one: init.constant("b" + ("_" + one if one else ""), opt.dim) for one in names}


def _unrolled(tensor, opt, step, states):
    shape = tensor.get_shape().as_list()
    start = opt.init_state
    if start is None:
        start = tf.zeros((shape[0], opt.dim), dtype=tf.float32)
    states = (start,) * states
    outputs = []
    for at in range(shape[1]):
        states = step(tensor[:, at, :], *states)
        outputs.append(tf.expand_dims(states[0], 1))
    out = _concat(outputs, 1)
    if opt.mask is not None and not OLD:
        out *= tf.cast(tf.expand_dims(opt.mask, 2), tf.float32)
    return out[:, -1, :] if opt.last_only else out


@sg_rnn_layer_func
def sg_rnn(tensor, opt):
    """``sg_rnn``."""
    w, u = _gates(opt, [""])[""]
    b = _shifts(opt, [""])[""]
    ln = _normalizing(opt)
    return _unrolled(tensor, opt, lambda x, h: (ln(tf.matmul(x, w) + tf.matmul(h, u) + b),), 1)


@sg_rnn_layer_func
def sg_gru(tensor, opt):
    """``sg_gru``."""
    names = ["z", "r", "h"]
    gates = _gates(opt, names)
    shifts = _shifts(opt, names)
    ln = _normalizing(opt)

    def gate(name, x, h):
        w, u = gates[name]
        return ln(tf.matmul(x, w) + tf.matmul(h, u) + shifts[name])

    def step(x, h):
        z, r = tf.sigmoid(gate("z", x, h)), tf.sigmoid(gate("r", x, h))
        return ((1.0 - z) * tf.tanh(gate("h", x, r * h)) + z * h,)

    return _unrolled(tensor, opt, step, 1)


@sg_rnn_layer_func
def sg_lstm(tensor, opt):
    """``sg_lstm``."""
    gates = _gates(opt, ["i", "f", "o", "c"])
    shifts = _shifts(opt, ["i", "f", "o", "c"])
    ln = _normalizing(opt)

    def gate(name, x, h):
        w, u = gates[name]
        return ln(tf.matmul(x, w) + tf.matmul(h, u) + shifts[name])

    def step(x, h, c):
        f, i = tf.sigmoid(gate("f", x, h)), tf.sigmoid(gate("i", x, h))
        cell = f * c + i * tf.tanh(gate("c", x, h))
        return tf.sigmoid(gate("o", x, h)) * tf.tanh(cell), cell

    return _unrolled(tensor, opt, step, 2)
