# An initializer that raises leaves no variable behind, but the op name is taken.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def broken(shape, dtype=None, partition_info=None):
    raise RuntimeError("no values")


try:
    tf.get_variable("w", [2], initializer=broken)
except RuntimeError:
    pass
tf.get_variable("w", [2])
