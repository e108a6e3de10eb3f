# An op named like a scope numbers the name scope, not get_variable's names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.constant(1.0, name="a")
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
