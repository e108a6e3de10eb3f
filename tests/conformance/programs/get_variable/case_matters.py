# The store tells W from w, op names don't: the second is W_1 but is found as W.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
low = tf.get_variable("w", [1])
high = tf.get_variable("W", [2])
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    assert tf.get_variable("W", [2]) is high
