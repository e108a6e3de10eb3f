# minimize inside a scope opened with reuse=True: m/m/w/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("m"):
    w = tf.get_variable("w", [2])
with tf.variable_scope("m", reuse=True):
    again = tf.get_variable("w", [2])
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(again))
