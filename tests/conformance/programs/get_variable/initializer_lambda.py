# A lambda without arguments decides shape and dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
n = tf.get_variable("n", initializer=lambda: tf.ones([4, 2]))
