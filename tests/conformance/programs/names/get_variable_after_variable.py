# get_variable makes a name that tf.Variable holds, with a numbered op.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.Variable([0.0], name="w")
w = tf.get_variable("w", [1])
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    assert tf.get_variable("w", [1]) is w
