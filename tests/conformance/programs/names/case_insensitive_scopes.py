# Scopes that differ in case hold different variables with numbered ops.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("Net"):
    tf.get_variable("w", [1])
with tf.variable_scope("net"):
    tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
