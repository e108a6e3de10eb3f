# A scope counts even if nothing was created in it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, "block"):
    pass
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
