# A scope's initializer is the default of everything inside.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
ones = tf.ones_initializer()
with tf.variable_scope("a", initializer=ones):
    with tf.variable_scope("b") as b:
        tf.get_variable("w", [2])
        assert b.initializer is ones
