# reuse=None cannot switch off a reusing root scope: train/w/Adagrad/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
with tf.variable_scope("train", reuse=None):
    tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_sum(w))
