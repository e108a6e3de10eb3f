# A partitioner that counts bytes wants a DType in 1.15.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
import numpy as np
tf.get_variable("v", [4], dtype="float32", initializer=tf.ones_initializer(), partitioner=tf.variable_axis_size_partitioner(8))
