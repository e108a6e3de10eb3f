# A second moving average of the same variable, in its scope and in others.
import tensorflow.compat.v1 as tf
from tensorflow.python.training.moving_averages import assign_moving_average
tf.disable_v2_behavior()

with tf.variable_scope("statistics"):
    mean = tf.get_variable("mean", [3], trainable=False)
    assign_moving_average(mean, tf.ones([3]), 0.99)
    assign_moving_average(mean, tf.zeros([3]), 0.99)
assign_moving_average(mean, tf.zeros([3]), 0.5)
with tf.variable_scope("statistics", reuse=tf.AUTO_REUSE):
    assign_moving_average(mean, tf.zeros([3]), 0.99)
