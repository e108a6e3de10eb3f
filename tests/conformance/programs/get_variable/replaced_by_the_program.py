# Functions of TensorFlow's that the program replaces, for good or while a block runs.
from unittest import mock

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

original = tf.get_variable


def doubled(name, *args, **kwargs):
    return original(name + "_doubled", *args, **kwargs)


def shared(*args, **kwargs):
    with tf.variable_scope(tf.get_variable_scope(), reuse=tf.AUTO_REUSE):
        return original(*args, **kwargs)


def build():
    return tf.get_variable("w", [2]), tf.layers.dense(tf.zeros([1, 2]), 3, name="fc")


build()
with mock.patch("tensorflow.compat.v1.get_variable", shared):
    print(tf.get_variable("w", [2]).name)
    with mock.patch.object(tf, "get_variable", doubled):
        print(tf.get_variable("w", [2]).name)
    print(tf.get_variable("v", [4]).name)


@mock.patch("tensorflow.compat.v1.zeros_initializer", new=tf.ones_initializer)
def decorated():
    return tf.get_variable("decorated", [1], initializer=tf.zeros_initializer())


decorated()
tf.get_variable = doubled
print(tf.get_variable("v", [3]).name)
tf.get_variable = original
print(tf.get_variable("v_again", [3]).name)
try:
    with mock.patch("tensorflow.compat.v1.get_variable", doubled):
        tf.get_variable("v", [3])
except ValueError:
    print("refused")
tf.get_variable("w", [2])
