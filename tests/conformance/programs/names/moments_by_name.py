# What tf.nn.moments returns has a name of its own, which averages are called after.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def rank(x):
    dims = x.get_shape()._dims
    return "none" if dims is None else len(dims)


def averaged(x, axes, **given):
    mean, variance = tf.nn.moments(x, axes, **given)
    average = tf.train.ExponentialMovingAverage(0.9)
    average.apply([mean, variance])
    tf.get_variable("%s_%s_%s" % (mean.op.name.replace("/", "_"), rank(mean), rank(x)), [1])
    return average.average(mean)


x = tf.placeholder(tf.float32, [2, 4, 4, 3])
with tf.variable_scope("squeezed"):
    averaged(x, [0, 1, 2])
with tf.variable_scope("kept"):
    averaged(x, [0, 1, 2], keep_dims=True)
    with tf.variable_scope("again"):
        averaged(x, [0], keep_dims=True)
        averaged(x, [1, 2], name="named", keep_dims=True)
with tf.name_scope("outside"):
    with tf.variable_scope("inside"):
        averaged(x, [0, 1], name="m")
averaged(x, [0, 1, 2])
with tf.variable_scope("no_rank"):
    tf.get_variable("rank_%s" % rank(tf.placeholder(tf.float32)), [1])
