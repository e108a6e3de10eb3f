# The string that name_scope yields has a slash, which a variable scope keeps.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("n") as n:
    with tf.variable_scope(n):
        tf.get_variable("w", [1])
