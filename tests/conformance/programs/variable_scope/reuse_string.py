# The string "True" is not True.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse="True"):
    pass
