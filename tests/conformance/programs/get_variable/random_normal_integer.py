# A random initializer makes no integers.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.random_normal_initializer(), dtype=tf.int32)
