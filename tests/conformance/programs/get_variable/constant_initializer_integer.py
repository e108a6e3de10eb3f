# A float constant is no integer.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", [3], initializer=tf.constant_initializer(2.0), dtype=tf.int32)
