# A scope opened as "a/b" counts as b in a, as long as a isn't closed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a/b"):
    tf.get_variable("w", [1])
with tf.variable_scope("a"):
    with tf.variable_scope(None, "b"):
        tf.get_variable("w", [1])
