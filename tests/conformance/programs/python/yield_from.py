# yield from passes on another generator's values, and its return value comes back.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def layer(prefix, sizes):
    for i, size in enumerate(sizes):
        yield tf.get_variable("%s%d" % (prefix, i), [size])
    return len(sizes)


def network():
    first = yield from layer("a", [1, 2])
    second = yield from layer("b", [first] * 3)
    yield tf.get_variable("sum", [first + second])


*rest, last = network()
tf.get_variable("rest%d" % len(rest), last.get_shape())
