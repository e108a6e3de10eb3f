# Flattening a batch to [tf.shape(x)[0], -1] leaves the last size unknown, and dense refuses it.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
data = tf.data.Dataset.from_tensor_slices(np.zeros((10, 4, 4), "float32")).batch(5)
x = tf.data.make_one_shot_iterator(data).get_next()
flat = tf.reshape(x, [tf.shape(x)[0], -1])
tf.layers.dense(flat, 3)
