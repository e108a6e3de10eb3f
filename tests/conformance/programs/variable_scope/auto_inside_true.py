# AUTO_REUSE inside a reusing scope creates.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("v", [1])
with tf.variable_scope("a", reuse=True):
    tf.get_variable("v", [1])
    with tf.variable_scope("b", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [1])
