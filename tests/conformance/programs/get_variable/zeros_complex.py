# Zeros can be complex.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.zeros_initializer(), dtype=tf.complex64)
