# The program's own exceptions, KeyError and AttributeError steer it; from and args are kept; nothing reaches the top.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class BuildError(Exception):
    def __init__(self, name, size):
        super().__init__("cannot build %s" % name)
        self.size = size


def build(name, size):
    if size < 1:
        raise BuildError(name, size)
    return tf.get_variable(name, [size])


for name, size in [("a", 1), ("b", 0), ("c", 2)]:
    try:
        build(name, size)
    except BuildError as error:
        tf.get_variable(str(error).replace(" ", "_"), [1 - error.size])
try:
    {}["missing"]
except KeyError as error:
    tf.get_variable("key_" + error.args[0], [1])
try:
    None.units
except (AttributeError, TypeError):
    tf.get_variable("attribute", [1])
try:
    try:
        int("seven")
    except ValueError as error:
        raise BuildError("seven", 7) from error
except Exception as error:
    tf.get_variable("chained_%s" % type(error.__cause__).__name__, [error.size])
