# A scope that is left inside of a later one can be left again.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

with tf.variable_scope("outer"):
    inner = tf.variable_scope("inner")
    inner.__enter__()
    with tf.variable_scope("innermost"):
        try:
            inner.__exit__(None, None, None)
        except RuntimeError:
            tf.get_variable("kept", [1])
    tf.get_variable("w", [2])
    inner.__exit__(None, None, None)
    tf.get_variable("b", [3])
