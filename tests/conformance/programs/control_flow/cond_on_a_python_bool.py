# A branch on a bool of Python's is refused before anything is built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def yes():
    return tf.get_variable("yes", ())


def no():
    return tf.get_variable("no", ())


tf.get_variable("before", ())
tf.cond(True, yes, no)
