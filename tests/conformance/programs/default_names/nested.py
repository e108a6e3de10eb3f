# Numbering is for each parent scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, "block"):
    for _ in range(2):
        with tf.variable_scope(None, "block"):
            tf.get_variable("w", [1])
