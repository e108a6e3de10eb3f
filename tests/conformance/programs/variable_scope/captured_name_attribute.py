# A captured scope's name can be used as a string, below the current scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b") as b:
        w = tf.get_variable("w", [1])
with tf.variable_scope(b.name, reuse=True):
    assert tf.get_variable("w", [1]) is w
