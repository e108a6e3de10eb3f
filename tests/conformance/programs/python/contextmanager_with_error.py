# A generator context manager leaves its scope and runs finally when its block fails; the second time a/closed already exists.
from contextlib import contextmanager

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@contextmanager
def scope(name):
    with tf.variable_scope(name):
        try:
            yield
        finally:
            tf.get_variable("closed", [1])


try:
    with scope("a"):
        tf.get_variable("w", [1])
        tf.get_variable("w", [1])
except ValueError:
    tf.get_variable("outside", [1])
with scope("a"):
    tf.get_variable("w", [1])
