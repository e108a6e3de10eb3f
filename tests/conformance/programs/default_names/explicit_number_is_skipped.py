# Numbers that were used explicitly are skipped.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("d_1"):
    tf.get_variable("w", [1])
for _ in range(2):
    with tf.variable_scope(None, "d"):
        tf.get_variable("w", [1])
