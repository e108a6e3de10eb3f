# Two Adam optimizers for one variable at the root go on counting: Adam_2 and Adam_3, beta1_power_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
tf.train.AdamOptimizer().minimize(loss)
tf.train.AdamOptimizer().minimize(2.0 * loss)
