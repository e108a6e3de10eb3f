# The name's keyword is name_or_scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(name_or_scope="a", reuse=None):
    tf.get_variable("w", [1])
