# NotImplemented is no exception: neither raised nor called.
import tensorflow.compat.v1 as tf


def called():
    raise NotImplemented()


def plain():
    raise NotImplemented


def with_words():
    raise NotImplemented("not yet")


def nothing():
    raise None


for one in (called, plain, with_words, nothing):
    try:
        one()
    except NotImplementedError:
        tf.get_variable("never", [1])
    except TypeError:
        tf.get_variable(one.__name__, [1])
called()
