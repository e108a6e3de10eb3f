# A regularizer that raises leaves the variable behind.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def broken(weights):
    return 1 / 0


tf.get_variable("w", [2], regularizer=broken)
