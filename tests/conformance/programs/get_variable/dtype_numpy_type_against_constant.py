# A NumPy type as explicit dtype is shown as such.
import numpy as np
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", initializer=np.ones([2]), dtype=np.float32)
