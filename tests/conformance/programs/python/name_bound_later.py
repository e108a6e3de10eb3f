# A name that a function binds is its own from the beginning.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

w = 3


def f():
    tf.get_variable("v", [w])
    w = 4


f()
