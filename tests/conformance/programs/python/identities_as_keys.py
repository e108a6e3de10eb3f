# What hash and id give decides whether a function was called in a scope before.
# tensorflow: 1.15
import functools

import tensorflow as tf


def reusing(function):
    used = set()

    @functools.wraps(function)
    def call(*args, **kwargs):
        scope = tf.get_variable_scope()
        key = hash((tf.get_default_graph(), scope.name))
        if key in used:
            with tf.variable_scope(scope, reuse=True, auxiliary_name_scope=False):
                return function(*args, **kwargs)
        used.add(key)
        return function(*args, **kwargs)

    return call


@reusing
def net(x):
    return tf.layers.dense(x, 3, name="net")


x = tf.zeros([2, 4])
net(net(tf.zeros([2, 3])))
with tf.variable_scope("a"):
    net(x)
    net(x)
with tf.Graph().as_default():
    net(x=tf.zeros([2, 5]))
    net(x=tf.zeros([2, 5]))
    tf.get_variable("other", [int(net(tf.zeros([2, 5])).shape[1])])


class Named(object):
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


class Plain(object):
    pass


one, other = Plain(), Plain()
kept = {id(one): "one"}
assert id(one) in kept and id(other) not in kept
assert hash(Named("a")) == hash(Named("a")) and hash(one) != hash(other)
assert isinstance(hash(one), int) and hash(("a", 1)) == hash(("a", 1)) != hash(("a", 2))
tf.get_variable("same_%s_%s" % (id(one) == id(one), id(x) == id(other)), [1])
with tf.variable_scope("a"):
    net(tf.zeros([2, 7]))
