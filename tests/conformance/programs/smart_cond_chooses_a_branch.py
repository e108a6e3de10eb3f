# A condition that is known builds one branch, a tensor builds both, under all of its names.
import tensorflow.compat.v1 as tf
from tensorflow.python.framework import smart_cond as framework
from tensorflow.python.layers import utils

tf.disable_v2_behavior()


def kept(name):
    return lambda: tf.get_variable(name, [2]) + 1.0


fed = tf.placeholder(tf.bool, [])
utils.smart_cond(True, kept("a"), kept("b"))
utils.smart_cond(fed, kept("c"), kept("d"))
framework.smart_cond(0, kept("e"), kept("f"))
framework.smart_cond(tf.constant(True), kept("g"), kept("h"))
if utils.constant_value(tf.constant(3)) == 3 and utils.constant_value(fed) is None:
    tf.get_variable("known", [1])
framework.smart_cond(False, true_fn=kept("i"), false_fn=None)
