# An op of that name numbers the variable's op, but not its name in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.constant(0.0, name="w")
w = tf.get_variable("w", [1])
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    assert tf.get_variable("w", [1]) is w
