# A context manager made from a string is relative to where it is entered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a")
with scope:
    tf.get_variable("w", [1])
with tf.variable_scope("b"):
    with scope:
        tf.get_variable("w", [1])
