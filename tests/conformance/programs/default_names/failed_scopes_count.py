# A scope that was left by an exception counts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
try:
    with tf.variable_scope(None, "block"):
        raise RuntimeError("half built")
except RuntimeError:
    pass
with tf.variable_scope(None, "block"):
    tf.get_variable("w", [1])
