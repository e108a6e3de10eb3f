# An array of long lists has its shape at once, and the numbers of a small one are still known.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
long = np.array([[-2, 3, -1] * 64, [1, -3, -3] * 64] * 4096)
tf.get_variable("long", [long.shape[0] // 1024, long.shape[1]])
mask = np.array([False, True] * 4096)
chosen = tf.where(mask, long * long, -long)
tf.get_variable("chosen", [chosen.shape[1]])
few = np.array([[2, 3], np.array([4, 5]), tf.TensorShape([6, 7]).as_list()])
tf.get_variable("few", [few[0][1], few[1][0], few[2][1]])
tf.get_variable("few", [1])
