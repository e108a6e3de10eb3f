# minimize inside the scope that the tower loop set reusing: w/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(tf.get_variable_scope()):
    for i in range(2):
        w = tf.get_variable("w", [3])
        tf.get_variable_scope().reuse_variables()
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
