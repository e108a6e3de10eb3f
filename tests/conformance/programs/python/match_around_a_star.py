# A pattern with a star between others takes the first and the last.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build(spec):
    match spec:
        case []:
            tf.get_variable("none", [1])
        case [first, *middle, "end"]:
            tf.get_variable(first, [len(middle) + 1])
            for name in middle:
                tf.get_variable("middle_" + name, [2])
        case [first, second, *rest]:
            tf.get_variable(first + second, [len(rest) + 3])
        case _:
            tf.get_variable("other", [4])


build([])
build(["a", "b", "c", "end"])
build(["d", "end"])
build(["e", "f", "g"])
build(["h"])
