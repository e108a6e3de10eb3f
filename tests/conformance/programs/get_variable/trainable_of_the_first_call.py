# Whoever shares a variable doesn't change whether it is trainable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    w = tf.get_variable("w", [3], trainable=False)
    tf.get_variable("w", [3], trainable=True)
assert tf.trainable_variables() == []
