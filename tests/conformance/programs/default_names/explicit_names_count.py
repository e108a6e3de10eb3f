# A scope opened by that very name counts, too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("block"):
    tf.get_variable("w", [1])
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
