# A scope can be opened again, by its object, while it is open.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    w = tf.get_variable("w", [1])
    with tf.variable_scope(a, reuse=True):
        assert tf.get_variable("w", [1]) is w
