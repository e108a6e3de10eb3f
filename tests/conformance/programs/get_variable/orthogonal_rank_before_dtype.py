# The rank is looked at before the dtype.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.orthogonal_initializer(), dtype=tf.int32)
