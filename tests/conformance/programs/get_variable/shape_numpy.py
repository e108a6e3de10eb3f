# A shape may be made of NumPy integers.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
window = np.array([7, 7, 64])
w = tf.get_variable("w", [np.prod(window), 10])
