# Towers that set one scope reusing go on numbering, so they don't share.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(tf.get_variable_scope()) as root:
    for i in range(2):
        with tf.variable_scope(None, "block"):
            tf.get_variable("w", [1])
        root.reuse_variables()
