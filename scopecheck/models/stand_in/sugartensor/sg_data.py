"""Stands in for sugartensor/sg_data.py: batches of images and labels."""

import tensorflow as tf

from sugartensor.sg_util import sg_opt


def _data_to_tensor(data_list, batch_size, name=None):
    rows = [tf.constant(one) for one in data_list]
    one = tf.train.slice_input_producer(rows, capacity=batch_size * 128, name=name)
    return tf.train.shuffle_batch(
        one,
        batch_size,
        capacity=batch_size * 128,
        min_after_dequeue=batch_size * 32,
        name=name,
    )


class Mnist(object):
    """``Mnist``."""

    def __init__(self, batch_size=128, reshape=False, one_hot=False):
        self.batch_size = batch_size
        self.train = _part(55000, batch_size, reshape, one_hot, "train")
        self.valid = _part(5000, batch_size, reshape, one_hot, "valid")
        self.test = _part(10000, batch_size, reshape, one_hot, "test")


def _part(examples, batch_size, reshape, one_hot, name):
    shape = [784] if reshape else [28, 28, 1]
    one = [tf.zeros(shape), tf.zeros([10] if one_hot else [], tf.int32)]
    image, label = tf.train.shuffle_batch(
        one,
        batch_size,
        capacity=batch_size * 128,
        min_after_dequeue=batch_size * 32,
        name=name,
    )
    return sg_opt(image=image, label=label, num_batch=examples // batch_size)
