# The same tower loop inside variable_scope(get_variable_scope()) leaves the root as it was, and Adam finds its slots free.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
losses = []
with tf.variable_scope(tf.get_variable_scope()):
    for i in range(2):
        with tf.name_scope("tower_%d" % i):
            w = tf.get_variable("w", [3, 1])
            losses.append(tf.reduce_mean(tf.matmul(tf.ones([2, 3]), w)))
            tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer().minimize(tf.add_n(losses))
