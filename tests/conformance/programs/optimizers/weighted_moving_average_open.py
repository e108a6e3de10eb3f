# A value of an open shape has no weighted moving average.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import moving_averages
x = tf.placeholder(tf.float32, [None])
moving_averages.weighted_moving_average(x, 0.9, tf.constant(1.0))
