# A dtype may be given by name, as a Python type or a NumPy type.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("a", [1], dtype="float64")
tf.get_variable("b", [1], dtype=float)
tf.get_variable("c", [1], dtype=np.int64)
tf.get_variable("d", [1], dtype=tf.bool)
