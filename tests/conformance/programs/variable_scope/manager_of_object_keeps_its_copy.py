# A context manager made from an object enters the same copy each time.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    w = tf.get_variable("w", [1])
scope = tf.variable_scope(a)
with scope as copy:
    copy.reuse_variables()
with scope:
    assert tf.get_variable("w", [1]) is w
