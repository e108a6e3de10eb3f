# An error caught inside the outer scope only leaves the inner one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("outer"):
    try:
        with tf.variable_scope("inner"):
            tf.get_variable("v", [1])
            tf.get_variable("v", [1])
    except ValueError:
        tf.get_variable("caught", [1])
    tf.get_variable("after", [1])
