# A return or an error in a function leaves a generator, and closes it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def scopes():
    with tf.variable_scope("a"):
        yield 1
        yield 2


def use():
    for i in scopes():
        tf.get_variable("v", [1])
        return i


use()
tf.get_variable("v", [1])


def fail():
    for i in scopes():
        tf.get_variable("w", [1])
        raise KeyError(i)


try:
    fail()
except KeyError as e:
    tf.get_variable("w", [1])
tf.get_variable("x", [1])
