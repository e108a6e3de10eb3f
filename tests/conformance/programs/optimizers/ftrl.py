# Ftrl makes an accumulator and a linear slot for each variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.train.FtrlOptimizer(0.1, l1_regularization_strength=0.01).minimize(tf.reduce_sum(w * w))
