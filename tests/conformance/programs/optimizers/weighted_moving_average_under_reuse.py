# A weighted moving average looks its variables up in a scope that reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import moving_averages
x = tf.placeholder(tf.float64, [2, 3])
a = moving_averages.weighted_moving_average(x, 0.9, tf.ones([3], tf.float64), truediv=False)
print(a.shape)
with tf.variable_scope("a", reuse=True):
    moving_averages.weighted_moving_average(x, 0.9, tf.ones([3], tf.float64))
