# NumPy arrays give shapes and constant initializers, and np.prod multiplies dimensions.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
data = np.zeros((6, 4, 3), dtype=np.float32)
x = tf.placeholder(tf.float32, [None] + list(data.shape[1:]))
flat = tf.reshape(x, [-1, int(np.prod(x.get_shape().as_list()[1:]))])
tf.layers.dense(flat, data.shape[0], name="fc")
tf.get_variable("constant", initializer=np.ones([2, 5], np.float32))
tf.get_variable("rows", [len(data), data.ndim, data.size])
tf.get_variable("stacked", np.concatenate([data, data], axis=1).shape)
tf.get_variable("transposed", data.T.shape[:2])
tf.get_variable("arange%d" % np.arange(3, 9, 2).shape[0], [int(np.sum([1, 2]))])
tf.get_variable("reshaped", data.reshape(-1, 12).shape)
