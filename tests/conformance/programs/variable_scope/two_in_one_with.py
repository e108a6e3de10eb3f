# Two scopes in one with statement nest.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"), tf.variable_scope("b"):
    tf.get_variable("w", [1])
with tf.variable_scope("a"), tf.variable_scope("b", reuse=True):
    tf.get_variable("w", [1])
