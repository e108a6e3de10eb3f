# A weighted moving average keeps two variables in a scope of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from tensorflow.python.training import moving_averages
x = tf.placeholder(tf.float32, [])
w = tf.constant(1.0)
a = moving_averages.weighted_moving_average(x, 0.9, w)
b = moving_averages.weighted_moving_average(x, 0.9, w, name="n", collections=["mine"])
print(len(tf.get_collection("mine")), a.shape)
with tf.variable_scope("n", reuse=True):
    tf.get_variable("weight", [])
moving_averages.weighted_moving_average(x, 0.9, w, name="n")
