# AUTO_REUSE around minimize lets the slots be made although the root scope reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
with tf.variable_scope(tf.get_variable_scope(), reuse=tf.AUTO_REUSE):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
