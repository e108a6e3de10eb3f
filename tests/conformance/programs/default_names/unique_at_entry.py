# The number is chosen on entry, not where the object is made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
one = tf.variable_scope(None, "block")
two = tf.variable_scope(None, "block")
with two:
    tf.get_variable("w", [1])
with one:
    tf.get_variable("w", [1])
