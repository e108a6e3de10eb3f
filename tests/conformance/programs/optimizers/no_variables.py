# Nothing trainable in the graph: No variables to optimize.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2], trainable=False)
tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w))
