# A tf.Variable in a reusing scope is made anew, but its slots go through the store: m/m/w/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("m", reuse=True):
    w = tf.Variable([1.0, 2.0], name="w")
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))
