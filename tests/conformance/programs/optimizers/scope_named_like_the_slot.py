# A scope w/Adam that was opened before counts, so Adam's first slot is w/Adam_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
with tf.variable_scope("w/Adam"):
    tf.get_variable("mine", [1])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
