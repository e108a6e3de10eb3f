# A NumPy array of Python floats counts as float64.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
embeddings = np.zeros([10, 4])
tf.get_variable("embeddings", dtype=tf.float32, initializer=embeddings)
