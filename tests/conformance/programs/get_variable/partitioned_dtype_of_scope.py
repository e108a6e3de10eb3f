# Nor a numpy type from its scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

import numpy as np
with tf.variable_scope("a", dtype=np.float32):
    tf.get_variable("v", [4], partitioner=tf.fixed_size_partitioner(2))
