# A number is no weight for a moving average.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import moving_averages
x = tf.placeholder(tf.float32, [])
moving_averages.weighted_moving_average(x, 0.9, 1.0)
