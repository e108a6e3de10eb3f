# tf.Variable's dtype converts its value.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.Variable([1, 2], dtype=tf.float64, name="w")
