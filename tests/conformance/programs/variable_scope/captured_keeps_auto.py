# A scope captured under AUTO_REUSE goes on with it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE) as a:
    w = tf.get_variable("w", [1])
with tf.variable_scope(a):
    assert tf.get_variable("w", [1]) is w
