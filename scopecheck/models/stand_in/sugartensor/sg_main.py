"""Stands in for sugartensor/sg_main.py: contexts, and what makes functions methods of tensors.

sugartensor 0.0.2.4 is the last for TensorFlow before 1.0, 1.0.0.2 the last at all; where the two
differ, ``OLD`` tells which it is.
"""

import contextlib
import functools

import tensorflow as tf

from sugartensor import sg_initializer as init
from sugartensor.sg_util import sg_opt

OLD = tf.__version__.startswith("0.")
sg_floatx = tf.float32
sg_intx = tf.int32
sg_eps = 1e-8

_global_step = tf.Variable(0, name="global_step", trainable=False)
_phase = tf.Variable(
    False, name="phase", trainable=False, collections=[tf.GraphKeys.LOCAL_VARIABLES]
)
_contexts = []
_made = {}


def _concat(values, axis, name=None):
    """``tf.concat``, whose arguments stood the other way round before TensorFlow 1.0."""
    if OLD:
        return tf.concat(axis, values, name=name)
    return tf.concat(values, axis, name=name)


def sg_global_step(as_tensor=True):
    """``sg_global_step``."""
    return _global_step


def sg_phase():
    """``sg_phase``."""
    return _phase


def sg_set_train(sess):
    """``sg_set_train``."""
    sess.run(_phase.assign(True))


def sg_set_infer(sess):
    """``sg_set_infer``."""
    sess.run(_phase.assign(False))


def sg_gpus():
    """``sg_gpus``: at least one, and no more are taken."""
    return 1


@contextlib.contextmanager
def sg_context(**kwargs):
    """``sg_context``: options for the layers in a block; once, it replaced the one around it."""
    now = sg_opt(kwargs)
    if OLD:
        del _contexts[:]
    _contexts.append(now)
    if now.name:
        now.scope_name = now.name
        now.name = None
        with tf.variable_scope(now.scope_name):
            yield
    else:
        yield
    if _contexts:
        _contexts.pop()


def sg_get_context():
    """``sg_get_context``."""
    result = sg_opt()
    for one in _contexts:
        result += one
    return result


def sg_sugar_func(func):
    """``sg_sugar_func``: a method of tensors that takes its arguments as options."""

    @functools.wraps(func)
    def wrapper(tensor, **kwargs):
        out = func(tensor, sg_opt(kwargs))
        arg = sg_opt(kwargs) + sg_get_context()
        _made[out] = sg_opt(func=func, arg=arg, prev=tensor)
        return out

    return wrapper


def _numbered(name):
    scope = tf.get_variable_scope().name
    wanted = (scope + "/" if scope else "") + name
    found = []
    for one in tf.global_variables():
        at = one.name.rfind(wanted)
        if at >= 0:
            found.append(one.name[at:].split("/")[-2])
    if not found:
        return name + "_1"
    return name + "_%d" % (max([int(one.split("_")[-1]) for one in found]) + 1)


def _regularizer(name):
    if name == "l1":
        return lambda x: tf.reduce_mean(tf.abs(x))
    if name == "l2":
        return lambda x: tf.square(tf.reduce_mean(tf.square(x)))
    return None


def _normalized(out, opt):
    beta = init.constant("beta", opt.dim)
    gamma = init.constant("gamma", opt.dim, value=1)
    axes = list(range(len(out.get_shape()) - 1))
    moments = tf.nn.moments(out, axes)
    mean, variance = moments
    kept = OLD
    running_mean = init.constant("mean", opt.dim, trainable=kept)
    running_variance = init.constant("variance", opt.dim, value=1, trainable=kept)

    def updates():
        return [
            running_mean.assign(running_mean * 0.99 + mean * 0.01),
            running_variance.assign(running_variance * 0.99 + variance * 0.01),
        ]

    def trained():
        if not OLD:
            return mean, variance
        with tf.control_dependencies(updates()):
            return tf.identity(mean), tf.identity(variance)

    if not OLD:
        for one in updates():
            tf.add_to_collection(tf.GraphKeys.UPDATE_OPS, one)
    m, v = tf.cond(_phase, trained, lambda: (running_mean, running_variance))
    return tf.nn.batch_normalization(out, m, v, beta, gamma, sg_eps)


def _layer_normalized(out, opt):
    beta = init.constant("beta", opt.dim)
    gamma = init.constant("gamma", opt.dim, value=1)
    mean, variance = tf.nn.moments(out, [len(out.get_shape()) - 1], keep_dims=True)
    return gamma * (out - mean) / tf.sqrt(variance + sg_eps) + beta


def _finished(out, opt, func, tensor, kwargs):
    if opt.dout:
        before = out
        out = tf.cond(_phase, lambda: tf.nn.dropout(before, 1 - opt.dout), lambda: before)
    out = tf.identity(out, "out")
    arg = sg_opt(kwargs) + sg_get_context()
    _made[out] = sg_opt(func=func, arg=arg, prev=tensor, is_layer=True, name=opt.name)
    return out


def sg_layer_func(func):
    """``sg_layer_func``: a layer, with its scope, normalization, activation and dropout."""

    @functools.wraps(func)
    def wrapper(tensor, **kwargs):
        from sugartensor import sg_activation

        opt = sg_opt(kwargs) + sg_get_context()
        shape = tensor.get_shape().as_list()
        opt += sg_opt(shape=shape, in_dim=shape[-1], dim=shape[-1], bn=False, ln=False, dout=0)
        opt.regularizer = None if OLD else _regularizer(opt.regularizer)
        words = "one of batch normalization and layer normalization is available."
        assert not (opt.bn and opt.ln), words
        opt += sg_opt(bias=not (opt.bn or opt.ln))
        if opt.name is None:
            opt.name = _numbered(func.__name__.replace("sg_", ""))
        with tf.variable_scope(opt.name, reuse=opt.reuse):
            out = func(tensor, opt)
            if opt.bn:
                out = _normalized(out, opt)
            if opt.ln:
                out = _layer_normalized(out, opt)
            if opt.act:
                out = getattr(sg_activation, "sg_" + opt.act.lower())(out)
            return _finished(out, opt, func, tensor, kwargs)

    return wrapper


def sg_rnn_layer_func(func):
    """``sg_rnn_layer_func``."""

    @functools.wraps(func)
    def wrapper(tensor, **kwargs):
        opt = sg_opt(kwargs) + sg_get_context()
        shape = tensor.get_shape().as_list()
        opt += sg_opt(shape=shape, in_dim=shape[-1], dim=shape[-1], dout=0)
        opt += sg_opt(bias=not opt.ln)
        if opt.name is None:
            opt.name = _numbered(func.__name__.replace("sg_", "lyr-" if OLD else ""))
        with tf.variable_scope(opt.name, reuse=opt.reuse):
            return _finished(func(tensor, opt), opt, func, tensor, kwargs)

    return wrapper


def sg_reuse(tensor, **opt):
    """``sg_reuse``: the way to a tensor once more, from another input, with its variables."""
    opt = sg_opt(opt)
    assert tensor in _made, "cannot reuse this node."
    assert opt.input is not None, "input is mandatory."
    nodes, one = [], tensor
    while one in _made:
        nodes.append(_made[one])
        one = _made[one].prev
    out = opt.input
    for node in reversed(nodes):
        if not node.is_layer:
            out = node.func(out, node.arg)
            continue
        again = sg_layer_func(node.func)
        arg = node.arg + sg_opt(name=node.name, reuse=True)
        if node.arg.scope_name:
            with tf.variable_scope(node.arg.scope_name):
                out = again(out, **dict(arg.items()))
        else:
            out = again(out, **dict(arg.items()))
    return out


def sg_input(shape=None, dtype=sg_floatx, name=None):
    """``sg_input``."""
    if shape is None:
        return tf.placeholder(dtype, shape=None, name=name)
    if not isinstance(shape, (list, tuple)):
        shape = [shape]
    return tf.placeholder(dtype, shape=[None] + list(shape), name=name)


def sg_inject_func(func):
    """``sg_inject_func``: one more method of tensors."""
    setattr(tf.Variable, func.__name__, func)
    setattr(tf.Tensor, func.__name__, func)


def _inject(module, names):
    """``sg_inject``: a module's functions become methods of tensors."""
    for name in names.split():
        sg_inject_func(getattr(module, name))


@contextlib.contextmanager
def sg_queue_context(sess=None):
    """``sg_queue_context``."""
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess or tf.get_default_session(), coord)
    try:
        yield
    finally:
        coord.request_stop()
        coord.join(threads)


def sg_parallel(func):
    """``sg_parallel``: once, as on one device."""

    @functools.wraps(func)
    def wrapper(**kwargs):
        result = []
        with tf.name_scope("gpu_0"), sg_context(reuse=False):
            result.append(func(sg_opt(kwargs) * sg_opt(gpu_index=0)))
        return result

    return wrapper


class _Arguments(object):
    def __getattr__(self, name):
        return getattr(tf.app.flags.FLAGS, name)


def sg_arg():
    """``sg_arg``: the flags."""
    return _Arguments()


def sg_arg_def(**kwargs):
    """``sg_arg_def``: defines flags, by the types of their defaults."""
    flags = tf.app.flags
    for name, value in kwargs.items():
        text = name
        if isinstance(value, (tuple, list)):
            value, text = value[0], value[1]
        if isinstance(value, bool):
            flags.DEFINE_boolean(name, value, text)
        elif isinstance(value, int):
            flags.DEFINE_integer(name, value, text)
        elif isinstance(value, float):
            flags.DEFINE_float(name, value, text)
        else:
            flags.DEFINE_string(name, value, text)
