# Static methods, class methods and alternative constructors build under the names they are given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Cell:
    registry = {}

    def __init__(self, name, size):
        self.w = self.weights(name, size)
        Cell.registry[name] = self

    @staticmethod
    def weights(name, size):
        return tf.get_variable("/".join([name, "w"]), [size, size])

    @classmethod
    def square(cls, size):
        return cls("%s%d" % (cls.__name__.lower(), size), size)


class Gate(Cell):
    pass


Cell.square(2)
Gate.square(3)
Gate("plain", 1)
Cell.weights("static", 4)
for name in sorted(Cell.registry):
    tf.get_variable("seen_" + name, [1])
