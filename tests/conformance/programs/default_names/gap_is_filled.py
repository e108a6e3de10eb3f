# Numbering takes the smallest free number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("d_2"):
    tf.get_variable("w", [1])
for _ in range(3):
    with tf.variable_scope(None, "d"):
        tf.get_variable("w", [1])
