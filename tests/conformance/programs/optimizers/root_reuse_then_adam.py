# reuse_variables() on the root scope before minimize: the slot w/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))
