# tensorflow: 1.15
# A defun makes its variables anew each time it is traced, in the graph that calls it, where they train.
import tensorflow as tf
from tensorflow.contrib import eager as tfe
from tensorflow.python.ops import math_ops, resource_variable_ops


class Keep(object):
    pass


keep = Keep()


@tfe.defun
def adds(x):
    keep.variable = tf.Variable(1.0)
    return x + keep.variable


@tfe.defun
def shares(x):
    return x + tf.get_variable("shared", [1])


@tf.function
def by_its_class(x):
    keep.resource = resource_variable_ops.ResourceVariable(lambda: 1.0)
    return x + keep.resource


@tf.function
def once(x):
    keep.once = tf.Variable(1.0)
    return x + keep.once


adds(tf.ones([1]))
adds(tf.ones([1]))
adds(tf.ones([2]))
with tf.Graph().as_default():
    adds(tf.ones([1]))
shares(tf.ones([1]))
by_its_class(tf.ones([1]))
by_its_class(tf.ones([2]))
math_ops.mul(2.0, 3.0)
once(tf.ones([1]))
