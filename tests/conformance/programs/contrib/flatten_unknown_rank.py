# tensorflow: 1.15
# tf.contrib.layers.flatten refuses an input whose rank is not known while the graph is built.
import numpy as np
import tensorflow as tf

picture = tf.placeholder(tf.float32, [2, None, None, 3])
tf.contrib.layers.flatten(picture)
crops = tf.py_func(np.array, [picture], tf.float32)
tf.contrib.layers.flatten(crops)
