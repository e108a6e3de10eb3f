# A partitioner that counts slices wants a DType in 1.15.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
import numpy as np
tf.get_variable("v", [4], dtype=float, initializer=tf.ones_initializer(), partitioner=tf.min_max_variable_partitioner(2))
