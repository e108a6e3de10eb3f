# tf.layers.flatten refuses an input whose rank is not known while the graph is built.
from __future__ import print_function

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

picture = tf.placeholder(tf.float32, [2, None, None, 3])
print(tf.layers.flatten(picture).shape)
crops = tf.py_func(np.array, [picture], tf.float32)
tf.layers.flatten(crops)
