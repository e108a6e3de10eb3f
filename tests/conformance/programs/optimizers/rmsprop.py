# RMSProp makes two slots for each variable, and a third one when it is centered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
u = tf.get_variable("u", [3])
tf.train.RMSPropOptimizer(0.1).minimize(tf.reduce_sum(w * w))
tf.train.RMSPropOptimizer(0.1, centered=True).minimize(tf.reduce_sum(u * u))
