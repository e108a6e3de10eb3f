# TensorFlow's classes of errors, raised by the program itself, and a class of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Told(Exception):
    def __init__(self, number):
        self.number = number

    def __str__(self):
        return "told_%d" % self.number


class Refused(ValueError):
    pass


try:
    raise Told(3)
except Told as error:
    tf.get_variable(str(error), [1])
try:
    try:
        raise tf.errors.AbortedError(None, None, message="aborted")
    except tf.errors.OutOfRangeError:
        tf.get_variable("of_another_class", [1])
except Exception as error:
    tf.get_variable("by_" + error.message, [1])
    tf.get_variable("as_" + str(error), [1])
    if isinstance(error, tf.errors.AbortedError):
        tf.get_variable("of_this_class", [1])
    if isinstance(error, (ValueError, tf.errors.CancelledError)):
        tf.get_variable("of_others", [1])
try:
    raise tf.errors.UnknownError(None, None, "unknown")
except tf.errors.UnknownError as error:
    tf.get_variable(error.message, [1])
raise Refused("in the end")
