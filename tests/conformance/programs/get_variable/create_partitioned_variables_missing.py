# Parts that were never made can't be reused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.create_partitioned_variables([4, 6], [1, 2], tf.zeros_initializer(), reuse=True, name='x')
