# With resource variables switched on, names, sharing and slots are the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.enable_resource_variables()
w = tf.get_variable("w", [2])
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    again = tf.get_variable("w", [2])
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * again))
