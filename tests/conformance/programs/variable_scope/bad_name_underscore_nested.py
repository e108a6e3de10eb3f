# A nested scope may start with an underscore.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("_hidden"):
        tf.get_variable("w", [1])
