# A NumPy float32 array is a constant initializer that brings its shape.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
pretrained = np.random.RandomState(0).normal(size=(10, 4)).astype(np.float32)
table = tf.get_variable("embeddings", initializer=pretrained, dtype=tf.float32)
