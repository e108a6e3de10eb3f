# A scope that is left while an inner one is open: Python 3.7 names the last line of the block.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@contextlib.contextmanager
def opened(name):
    with tf.variable_scope(name) as scope:
        yield scope


inner = tf.variable_scope("b")
with opened("c"):
    inner.__enter__()
    try:
        tf.get_variable("d", [1])
    except ValueError:
        tf.get_variable("e", [1])
