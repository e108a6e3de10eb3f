# The dtype of a constant initializer is checked even if the variable exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("n", [], dtype=tf.int32)
with tf.variable_scope("a", reuse=True):
    tf.get_variable("n", dtype=tf.int32, initializer=1.5)
