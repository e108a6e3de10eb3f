# A scope entered by hand stays open when an error goes through the block around it.
# tensorflow: 1.15
import tensorflow as tf


class Tower(object):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.contexts = [tf.variable_scope(self.name), tf.name_scope(self.name + "/")]
        for one in self.contexts:
            one.__enter__()

    def __exit__(self, *error):
        if error[0] is not None:
            return False  # the contexts are never left
        for one in self.contexts[::-1]:
            one.__exit__(*error)


class Counted(object):
    def __enter__(self):
        self.numbers = []

    def __exit__(self, *error):
        for one in range(40):  # it costs more than loops that build nothing are followed for
            for other in range(40):
                self.numbers.append(one * other)
        assert len(self.numbers) == 1600


class Towers(Tower):
    def __enter__(self):
        self.contexts = [tf.variable_scope(self.name), Counted(), Counted(), Counted()]
        for one in self.contexts:
            one.__enter__()


with tf.variable_scope("around"):
    with Towers("many"):
        tf.get_variable("v", [3])
    tf.get_variable("v", [4])
with Tower("one"):
    tf.get_variable("v", [1])
tf.get_variable("v", [2])
with tf.variable_scope("outer"):
    with Tower("two"):
        raise KeyError("missing")
