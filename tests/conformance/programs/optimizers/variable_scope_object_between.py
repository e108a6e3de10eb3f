# Re-entering the variable's scope by its object restores the counters, and the second Adam goes on with Adam_2.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("m") as m:
    w = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
with tf.variable_scope(m, reuse=True):
    again = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(again * again))
