# A random initializer makes no complex numbers.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.truncated_normal_initializer(), dtype=tf.complex64)
