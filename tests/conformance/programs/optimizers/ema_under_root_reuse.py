# apply under a reusing root scope: w/ExponentialMovingAverage/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
tf.train.ExponentialMovingAverage(0.9).apply([w])
