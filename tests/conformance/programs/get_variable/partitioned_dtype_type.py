# A partitioned variable takes no Python type for its dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

import numpy as np
tf.get_variable("v", [4], dtype=float, partitioner=tf.fixed_size_partitioner(2))
