# A slash in the name is the same as a scope of that name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b"):
        v = tf.get_variable("v", [1])
with tf.variable_scope("a", reuse=True):
    assert tf.get_variable("b/v", [1]) is v
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    assert tf.get_variable("a/b/v", [1]) is v
