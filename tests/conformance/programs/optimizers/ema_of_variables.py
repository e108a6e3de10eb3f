# ExponentialMovingAverage.apply makes one shadow variable each and leaves known ones alone the second time.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
b = tf.get_variable("b", [1], trainable=False)
ema = tf.train.ExponentialMovingAverage(0.99)
ema.apply([w])
ema.apply([w, b])
ema.apply()
