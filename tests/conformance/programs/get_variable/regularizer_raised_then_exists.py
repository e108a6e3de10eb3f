# A variable whose regularizer raised is in the store all the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def broken(weights):
    raise KeyError("no scale")


try:
    tf.get_variable("w", [2], regularizer=broken)
except KeyError:
    pass
tf.get_variable("w", [2])
