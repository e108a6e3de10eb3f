# A class that namedtuple makes is used as a bag: its attributes are set, each class has its own
from collections import namedtuple

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def inputs(training):
    bag = namedtuple("bag", "features labels")
    bag.features = [tf.zeros([2, 3]), tf.zeros([2, 3])]
    bag.labels = [tf.zeros([2])] if training else None
    bag.extra = 7
    return bag


one = inputs(True)
other = inputs(False)
tf.get_variable("a", [1 if one.labels else 2])
tf.get_variable("b", [1 if other.labels else 2])
tf.get_variable("c", [other.extra])
tf.get_variable("d", [len(one.features)])
tf.get_variable("e", other.features[0].shape)
one.extra = 8
tf.get_variable("f", [one.extra, other.extra])
