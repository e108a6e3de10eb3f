# get_variable doesn't find what tf.Variable made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.Variable([0.0], name="w")
with tf.variable_scope("a", reuse=True):
    tf.get_variable("w", [1])
