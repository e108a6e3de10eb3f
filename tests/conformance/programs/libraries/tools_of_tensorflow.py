# Decorators and tools of TensorFlow's own sources, in programs that were copied from there.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python import tf2
from tensorflow.python.autograph.impl.api import do_not_convert
from tensorflow.python.util import deprecation, tf_contextlib, tf_decorator, tf_inspect
from tensorflow.python.util.deprecation import deprecated, deprecated_argument_lookup, silence
from tensorflow.python.util.tf_export import tf_export

if tf2.enabled():
    raise RuntimeError("the behaviour of version 2")
silence().__enter__()


@tf_export("nets.one")
@deprecated(None, "Use another.")
def one(size):
    return tf.get_variable("one", [size])


@deprecation.deprecated_args(None, "Not needed.", "unused")
def two(size, unused=None):
    return tf.get_variable("two", [size])


@deprecation.deprecated_arg_values(None, "Not needed.", unused=1)
@do_not_convert
def three(size, unused=None):
    return tf.get_variable("three", [size])


@do_not_convert()
@tf.contrib.framework.deprecated(None, "Use another.")
def four(size):
    return tf.get_variable("four", [size])


@tf_contextlib.contextmanager
def inside(name):
    with tf.variable_scope(name):
        yield


def shared(function):
    def build(*args, **kwargs):
        with tf.variable_scope("shared", reuse=tf.AUTO_REUSE):
            return function(*args, **kwargs)

    return tf_decorator.make_decorator(function, build)


@shared
def five(size):
    return tf.get_variable("five", [size])


@tf_export("nets.Six")
class Six(object):
    def __init__(self, size):
        self.v = tf.get_variable("six", [size])


old_one = deprecation.deprecated_alias("old_one", "one", one)
one(1)
two(2)
three(3)
four(4)
five(5)
five(5)
Six(6)
with inside("a"), silence():
    old_one(len(tf_inspect.getargspec(one.__init__)[0]) if tf_inspect.isclass(one) else 2)
size = deprecated_argument_lookup("size", None, "n", 7)
with tf.variable_scope("given"):
    one(size)
    one(deprecated_argument_lookup("size", 8, "n", None))
