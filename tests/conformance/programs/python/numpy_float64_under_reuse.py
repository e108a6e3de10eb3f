# A float64 array as initializer makes a float64 variable, and the shared request for float32 does not fit.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def table():
    return tf.get_variable("table", initializer=np.zeros([3, 2]))


with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    table()
    table()
