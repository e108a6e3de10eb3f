# What stands after the yield of a context manager runs, however its block is left; a property is
# None.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
opened = []


@contextlib.contextmanager
def inside(name):
    opened.append(name)
    with tf.variable_scope(name):
        yield tf.get_variable("in", [len(opened)])
    opened.pop()


def returns():
    with inside("returns") as one:
        return one


def nested():
    for i in range(3):
        with inside("loop%d" % i), inside("inner"):
            if i == 0:
                continue
            with inside("last") as last:
                if i == 1:
                    return last


@contextlib.contextmanager
def cleaned():
    try:
        yield
        tf.get_variable("after_the_yield", [1])
    finally:
        tf.get_variable("at_the_end", [1])


def fails():
    with cleaned():
        raise KeyError("k")


assert returns().name == "returns/in:0"
assert nested().name.endswith("last/in:0")
for _ in range(2):
    with cleaned():
        break
tf.get_variable("opened", [len(opened) + 1])


class Node(object):
    parent = None

    @property
    def above(self):
        return self.parent

    @property
    def _name(self):
        return None


node = Node()
tf.get_variable(node.above or "no_parent", [1])
tf.get_variable("name" if node._name is None else "no_name", [1])
with tf.variable_scope("again"):
    try:
        fails()
    except KeyError:
        tf.get_variable("caught", [1])
with tf.variable_scope("returns", reuse=True):
    returns()
returns()
