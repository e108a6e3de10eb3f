# Decorators open scopes around a function, with arguments and stacked; the second call without reuse finds inner/w already exists.
import functools

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def scoped(name, **scope_options):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with tf.variable_scope(name, **scope_options):
                return function(*args, **kwargs)

        return wrapper

    return decorate


@scoped("outer")
@scoped("shared", reuse=tf.AUTO_REUSE)
def shared(size):
    return tf.get_variable("w", [size])


@scoped("inner")
def single():
    return tf.get_variable("w", [1])


shared(3)
shared(3)
tf.get_variable(shared.__name__, [1])
single()
single()
