"""Stands in for sugartensor/sg_activation.py."""

import tensorflow as tf

from sugartensor.sg_main import sg_sugar_func


@sg_sugar_func
def sg_sigmoid(x, opt):
    """``sg_sigmoid``."""
    return tf.nn.sigmoid(x, name=opt.name)


@sg_sugar_func
def sg_tanh(x, opt):
    """``sg_tanh``."""
    return tf.nn.tanh(x, name=opt.name)


@sg_sugar_func
def sg_relu(x, opt):
    """``sg_relu``."""
    return tf.nn.relu(x, name=opt.name)


@sg_sugar_func
def sg_relu6(x, opt):
    """``sg_relu6``."""
    return tf.nn.relu6(x, name=opt.name)


@sg_sugar_func
def sg_leaky_relu(x, opt):
    """``sg_leaky_relu``."""
    return tf.maximum(x, 0.01 * x, name=opt.name)


@sg_sugar_func
def sg_elu(x, opt):
    """``sg_elu``."""
    return tf.nn.elu(x, name=opt.name)


@sg_sugar_func
def sg_softplus(x, opt):
    """``sg_softplus``."""
    return tf.nn.softplus(x, name=opt.name)


@sg_sugar_func
def sg_softsign(x, opt):
    """``sg_softsign``."""
    return tf.nn.softsign(x, name=opt.name)


@sg_sugar_func
def sg_softmax(x, opt):
    """``sg_softmax``."""
    return tf.nn.softmax(x, name=opt.name)


@sg_sugar_func
def sg_linear(x, opt):
    """``sg_linear``."""
    return x
