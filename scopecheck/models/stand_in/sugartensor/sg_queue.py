"""Stands in for sugartensor/sg_queue.py: what a function returns goes through a queue."""

import functools

import tensorflow as tf

from sugartensor.sg_util import sg_opt


def _listed(value):
    return value if isinstance(value, (tuple, list)) else [value]


def sg_producer_func(func):
    """``sg_producer_func``: the function itself is called outside of the graph."""

    @functools.wraps(func)
    def wrapper(**kwargs):
        opt = sg_opt(kwargs) + sg_opt(dtypes=[tf.float32], capacity=32, num_threads=1)
        assert opt.source is not None, "source is mandatory."
        dtypes = _listed(opt.dtypes)
        placeholders = [tf.placeholder(one) for one in dtypes]
        queue = tf.FIFOQueue(opt.capacity, _listed(opt.out_dtypes or dtypes))
        queue.enqueue(placeholders)
        return queue.dequeue()

    return wrapper
