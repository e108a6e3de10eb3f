# Two parents number their children apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for parent in "ab":
    with tf.variable_scope(parent):
        with tf.variable_scope(None, "block"):
            tf.get_variable("w", [1])
