# A captured scope object opens its place again; reuse is asked for separately.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as scope:
    w = tf.get_variable("w", [1])
with tf.variable_scope(scope, reuse=True):
    assert tf.get_variable("w", [1]) is w
