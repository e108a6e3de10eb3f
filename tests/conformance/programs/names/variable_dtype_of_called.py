# What a function makes keeps its dtype too.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable(lambda: tf.zeros([3]), dtype=tf.float64)
