# An empty name inside a scope gives the variable the scope's own name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    v = tf.get_variable("", [1])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("", [1]) is v
