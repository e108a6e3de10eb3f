# A generator expression reads the names of a function that has returned.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def names(prefix, left_out):
    endings = ["a", "b", "c"]
    return (prefix + ending for ending in endings if ending != left_out)


def pairs(first):
    sizes = [1, 2]

    def inner():
        return ((name, size) for name in first for size in sizes)

    return inner


class Layers:
    def __init__(self, count):
        self.count = count
        scale = 3
        self.sizes = (scale * number for number in range(self.count))


for name in names("x_", "b"):
    tf.get_variable(name, [1])
for name, size in pairs(names("y_", "c"))():
    tf.get_variable("%s_%d" % (name, size), [size])
for size in Layers(3).sizes:
    tf.get_variable("size_%d" % size, [size + 1])
left = names("z_", "a")
tf.get_variable(next(left), [1])
tf.get_variable(list(left)[0], [1])
