"""Stands in for sugartensor/sg_loss.py and sugartensor/sg_metric.py."""

import tensorflow as tf

from sugartensor.sg_main import sg_opt, sg_sugar_func


def _needs_target(opt):
    assert opt.target is not None, "target is mandatory."


@sg_sugar_func
def sg_ce(tensor, opt):
    """``sg_ce``."""
    _needs_target(opt)
    if opt.one_hot:
        out = tf.nn.softmax_cross_entropy_with_logits(logits=tensor, labels=opt.target)
    else:
        out = tf.nn.sparse_softmax_cross_entropy_with_logits(logits=tensor, labels=opt.target)
    out = tf.identity(out, "ce")
    if opt.mask:
        out *= tf.cast(tf.not_equal(opt.target, tf.zeros_like(opt.target)), tf.float32)
    return out


@sg_sugar_func
def sg_bce(tensor, opt):
    """``sg_bce``."""
    _needs_target(opt)
    out = tf.maximum(tensor, 0) - tensor * opt.target + tf.nn.softplus(-tf.abs(tensor))
    return tf.identity(out, "bce")


@sg_sugar_func
def sg_mse(tensor, opt):
    """``sg_mse``."""
    _needs_target(opt)
    return tf.identity(tf.square(tensor - opt.target), "mse")


@sg_sugar_func
def sg_mae(tensor, opt):
    """``sg_mae``."""
    _needs_target(opt)
    return tf.identity(tf.abs(tensor - opt.target), "mae")


@sg_sugar_func
def sg_hinge(tensor, opt):
    """``sg_hinge``."""
    _needs_target(opt)
    opt += sg_opt(margin=1)
    shape = tensor.get_shape().as_list()
    target = tf.reshape(opt.target, [-1] + [1] * (len(shape) - 2) + [shape[-1]])
    target = tf.cast(target, tf.float32)
    return tf.identity(tf.maximum(opt.margin - target * tensor, 0), "hinge")


@sg_sugar_func
def sg_ctc(tensor, opt):
    """``sg_ctc``: a number for each sequence; gradients flow to the scores."""
    _needs_target(opt)
    return tf.identity(tf.reduce_sum(tensor, [1, 2]), "ctc")


@sg_sugar_func
def sg_accuracy(tensor, opt):
    """``sg_accuracy``."""
    _needs_target(opt)
    found = tf.argmax(tensor, tensor.get_shape().ndims - 1)
    right = tf.equal(found, tf.cast(opt.target, tf.int64))
    return tf.identity(tf.cast(right, tf.float32), name="acc")
