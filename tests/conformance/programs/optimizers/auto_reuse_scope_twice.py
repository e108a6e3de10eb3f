# Two Adam optimizers in a scope opened twice with AUTO_REUSE share their slots but not the beta powers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
for scale in (1.0, 2.0):
    with tf.variable_scope("train", reuse=tf.AUTO_REUSE):
        tf.train.AdamOptimizer().minimize(scale * tf.reduce_sum(w * w))
