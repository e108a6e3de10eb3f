# One float in a list is enough.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable([1, 2.5], dtype=tf.int32)
