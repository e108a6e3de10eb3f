# reuse_variables() on a captured object holds for its next opening by object.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    w = tf.get_variable("w", [1])
a.reuse_variables()
with tf.variable_scope(a):
    assert tf.get_variable("w", [1]) is w
