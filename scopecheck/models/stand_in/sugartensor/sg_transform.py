"""Stands in for sugartensor/sg_transform.py; an axis was called dim or dims in 0.0.2."""

import numpy as np
import tensorflow as tf

from sugartensor.sg_main import OLD, _concat, sg_floatx, sg_intx, sg_opt, sg_sugar_func


def _axis(opt, default):
    found = opt.dim if OLD else opt.axis
    return default if found is None else found


def _axes(opt):
    return opt.dims if OLD else opt.axis


@sg_sugar_func
def sg_identity(tensor, opt):
    """``sg_identity``."""
    return tf.identity(tensor, name=opt.name)


@sg_sugar_func
def sg_cast(tensor, opt):
    """``sg_cast``."""
    assert opt.dtype is not None, "dtype is mandatory."
    return tf.cast(tensor, opt.dtype, name=opt.name)


@sg_sugar_func
def sg_float(tensor, opt):
    """``sg_float``."""
    return tf.cast(tensor, sg_floatx, name=opt.name)


@sg_sugar_func
def sg_int(tensor, opt):
    """``sg_int``."""
    return tf.cast(tensor, sg_intx, name=opt.name)


@sg_sugar_func
def sg_expand_dims(tensor, opt):
    """``sg_expand_dims``."""
    return tf.expand_dims(tensor, _axis(opt, -1), name=opt.name)


@sg_sugar_func
def sg_squeeze(tensor, opt):
    """``sg_squeeze``."""
    axis = _axis(opt, [-1])
    return tf.squeeze(tensor, axis if isinstance(axis, (tuple, list)) else [axis], name=opt.name)


@sg_sugar_func
def sg_flatten(tensor, opt):
    """``sg_flatten``."""
    return tf.reshape(tensor, [-1, np.prod(tensor.get_shape().as_list()[1:])], name=opt.name)


@sg_sugar_func
def sg_reshape(tensor, opt):
    """``sg_reshape``."""
    assert opt.shape is not None, "shape is mandatory."
    return tf.reshape(tensor, opt.shape, name=opt.name)


@sg_sugar_func
def sg_transpose(tensor, opt):
    """``sg_transpose``."""
    assert opt.perm is not None, "perm is mandatory"
    return tf.transpose(tensor, opt.perm, name=opt.name)


@sg_sugar_func
def sg_argmax(tensor, opt):
    """``sg_argmax``."""
    return tf.argmax(tensor, _axis(opt, tensor.get_shape().ndims - 1), name=opt.name)


@sg_sugar_func
def sg_concat(tensor, opt):
    """``sg_concat``."""
    assert opt.target is not None, "target is mandatory."
    target = opt.target if isinstance(opt.target, (tuple, list)) else [opt.target]
    axis = _axis(opt, tensor.get_shape().ndims - 1)
    return _concat([tensor] + list(target), axis, name=opt.name)


@sg_sugar_func
def sg_one_hot(tensor, opt):
    """``sg_one_hot``."""
    assert opt.depth is not None, "depth is mandatory."
    return tf.one_hot(tensor, opt.depth, name=opt.name)


@sg_sugar_func
def sg_to_sparse(tensor, opt):
    """``sg_to_sparse``."""
    indices = tf.where(tf.not_equal(tf.cast(tensor, tf.float32), 0.0))
    values = tf.gather_nd(tensor, indices) - 1
    return tf.SparseTensor(indices, values, tf.cast(tf.shape(tensor), tf.int64))


@sg_sugar_func
def sg_argmin(tensor, opt):
    """``sg_argmin``."""
    return tf.argmin(tensor, _axis(opt, tensor.get_shape().ndims - 1), name=opt.name)


@sg_sugar_func
def sg_log(tensor, opt):
    """``sg_log``."""
    return tf.log(tensor + 1e-8, name=opt.name)


@sg_sugar_func
def sg_exp(tensor, opt):
    """``sg_exp``."""
    return tf.exp(tensor, name=opt.name)


@sg_sugar_func
def sg_sum(tensor, opt):
    """``sg_sum``."""
    return tf.reduce_sum(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_mean(tensor, opt):
    """``sg_mean``."""
    return tf.reduce_mean(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_prod(tensor, opt):
    """``sg_prod``."""
    return tf.reduce_prod(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_min(tensor, opt):
    """``sg_min``."""
    return tf.reduce_min(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_max(tensor, opt):
    """``sg_max``."""
    return tf.reduce_max(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_all(tensor, opt):
    """``sg_all``."""
    return tf.reduce_all(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


@sg_sugar_func
def sg_any(tensor, opt):
    """``sg_any``."""
    return tf.reduce_any(tensor, _axes(opt), keep_dims=bool(opt.keep_dims), name=opt.name)


def _four(size):
    size = size if isinstance(size, (tuple, list)) else [1, size, size, 1]
    return [1, size[0], size[1], 1] if len(size) == 2 else size


@sg_sugar_func
def sg_pool(tensor, opt):
    """``sg_pool``."""
    opt += sg_opt(stride=(1, 2, 2, 1), pad="VALID")
    stride = _four(opt.stride)
    size = stride if opt.size is None else _four(opt.size)
    pool = tf.nn.avg_pool if opt.avg else tf.nn.max_pool
    return tf.identity(pool(tensor, size, stride, opt.pad), name=opt.name)


@sg_sugar_func
def sg_pool1d(tensor, opt):
    """``sg_pool1d``."""
    opt += sg_opt(stride=2, pad="VALID")
    opt += sg_opt(size=opt.stride)
    pool = tf.nn.avg_pool if opt.avg else tf.nn.max_pool
    size, stride = (1, opt.size, 1, 1), (1, opt.stride, 1, 1)
    out = pool(tf.expand_dims(tensor, 2), size, stride, opt.pad)
    return tf.identity(tf.squeeze(out, [2]), name=opt.name)


@sg_sugar_func
def sg_lookup(tensor, opt):
    """``sg_lookup``."""
    assert opt.emb is not None, "emb is mandatory."
    return tf.nn.embedding_lookup(opt.emb, tensor, name=opt.name)


@sg_sugar_func
def sg_reverse_seq(tensor, opt):
    """``sg_reverse_seq``: of the same shape."""
    return tf.identity(tensor, name=opt.name)


@sg_sugar_func
def sg_periodic_shuffle(tensor, opt):
    """``sg_periodic_shuffle``: channels become rows and columns."""
    opt += sg_opt(factor=2)
    batch, row, col, channel = tensor.get_shape().as_list()
    sizes = [batch, row * opt.factor, col * opt.factor, channel // (opt.factor * opt.factor)]
    return tf.reshape(tensor, [-1 if one is None else one for one in sizes], name=opt.name)


@sg_sugar_func
def sg_inverse_periodic_shuffle(tensor, opt):
    """``sg_inverse_periodic_shuffle``: rows and columns become channels."""
    opt += sg_opt(factor=2)
    batch, row, col, channel = tensor.get_shape().as_list()
    sizes = [batch, row // opt.factor, col // opt.factor, channel * opt.factor * opt.factor]
    return tf.reshape(tensor, [-1 if one is None else one for one in sizes], name=opt.name)
