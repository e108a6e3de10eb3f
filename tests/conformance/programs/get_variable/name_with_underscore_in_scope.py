# Inside a scope a name may start with an underscore.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("_w", [1])
