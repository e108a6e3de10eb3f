# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.framework import add_arg_scope, arg_scope


@add_arg_scope
def block(x, width=4, scope=None):
    return tf.contrib.layers.fully_connected(x, width, scope=scope)


def plain(x, width=4):
    return tf.contrib.layers.fully_connected(x, width)


x = tf.zeros([2, 3])
with arg_scope([block], width=6):
    block(x)
with arg_scope([block, plain], width=7):
    plain(block(x))
