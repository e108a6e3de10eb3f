# An abstract base class with abc works like any other; only its subclass builds.
import abc

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Network(abc.ABC):
    def __init__(self, name):
        self._name = name
        self._built = None

    @abc.abstractmethod
    def layers(self):
        """Names and widths."""

    @property
    def output(self):
        if self._built is None:
            with tf.variable_scope(self._name):
                self._built = [tf.get_variable(n, [w]) for n, w in self.layers()]
        return self._built


class Small(Network):
    def layers(self):
        yield "w1", 3
        yield "w2", 4


small = Small("small")
assert small.output is small.output
Small("second").output
