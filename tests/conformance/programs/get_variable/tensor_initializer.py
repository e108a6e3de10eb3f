# A tensor initializer gives the variable its shape and dtype.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", initializer=tf.random_normal([3, 5], stddev=0.1))
copy = tf.get_variable("copy", initializer=w.initialized_value())
