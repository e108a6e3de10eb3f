# contrib's own condition takes fn1 and fn2, and reuses nothing of the branch it leaves out.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import utils


def weight():
    return tf.get_variable("weight", [3])


utils.smart_cond(True, weight, lambda: tf.constant(0.0))
utils.smart_cond(tf.placeholder(tf.bool, []), lambda: tf.get_variable("x", [1]), lambda: tf.get_variable("y", [1]))
with tf.variable_scope("s"):
    utils.smart_cond(False, fn1=lambda: tf.constant(0.0), fn2=weight)
utils.smart_cond(True, fn1=weight, fn2=lambda: tf.constant(0.0))
