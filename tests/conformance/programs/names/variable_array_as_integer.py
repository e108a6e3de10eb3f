# An array is converted.
import numpy as np
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable(np.ones([3]), dtype=tf.int32)
