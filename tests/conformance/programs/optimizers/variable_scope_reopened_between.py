# Re-opening the variable's own scope between two Adam optimizers: m/w/Adam/ already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("m"):
    w = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
with tf.variable_scope("m", reuse=True):
    again = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(again * again))
