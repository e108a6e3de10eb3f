# The moving average of a tensor is named after its op, and of two averages the second counts on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w, name="loss")
tf.train.ExponentialMovingAverage(0.9).apply([loss])
tf.train.ExponentialMovingAverage(0.9, name="slow").apply([loss])
tf.train.ExponentialMovingAverage(0.9).apply([loss, w])
