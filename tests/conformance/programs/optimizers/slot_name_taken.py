# A slot is found in the store as w/Adam/ with a slash, so get_variable of w/Adam makes another variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
tf.get_variable("w/Adam", [2])
