# Gradient descent makes no variables, so it works under a root scope that reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w * w))
