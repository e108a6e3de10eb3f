# A dimension of -1 is no placeholder for a size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [-1, 10])
