# Whoever shares a variable has no say in its initial value.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    one = tf.get_variable("w", [2], initializer=tf.ones_initializer())
    two = tf.get_variable("w", [2], initializer=tf.zeros_initializer())
assert one is two
