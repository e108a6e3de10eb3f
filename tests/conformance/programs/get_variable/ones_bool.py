# Ones can be true.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.ones_initializer(), dtype=tf.bool)
