# The global step is made once, in the scope that is current then, and found again from elsewhere.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("model"):
    step = tf.train.get_or_create_global_step()
with tf.variable_scope("train", reuse=True):
    same = tf.train.get_or_create_global_step()
w = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w), global_step=same)
