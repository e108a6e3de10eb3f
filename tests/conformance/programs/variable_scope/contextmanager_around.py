# A generator-based context manager may wrap a scope.
from contextlib import contextmanager

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@contextmanager
def block(reuse=None):
    with tf.variable_scope("block", reuse=reuse) as scope:
        yield scope


with block():
    tf.get_variable("w", [1])
    tf.get_variable("v", [1])
with block(reuse=True):
    tf.get_variable("w", [1])
