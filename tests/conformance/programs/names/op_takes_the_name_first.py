# An op inside a scope takes the name before the variable does.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    x = tf.zeros([1], name="w")
    w = tf.get_variable("w", [1])
