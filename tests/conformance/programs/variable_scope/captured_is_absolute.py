# A captured scope is absolute, wherever it is opened.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
with tf.variable_scope("b"):
    with tf.variable_scope(a):
        tf.get_variable("v", [1])
