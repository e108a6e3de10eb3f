# An op had taken the name w, so the variable is w_1 in the graph, and the slots are named after that.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
c = tf.constant([1.0, 2.0], name="w")
w = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * c))
