# A tensor as initial value keeps its dtype.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.Variable(tf.zeros([3]), dtype=tf.float64)
