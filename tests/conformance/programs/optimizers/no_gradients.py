# The loss does not reach the listed variable: No gradients provided for any variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
u = tf.get_variable("u", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w), var_list=[u])
