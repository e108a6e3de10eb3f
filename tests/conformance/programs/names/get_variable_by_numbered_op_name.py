# An op name that was numbered isn't the variable's name in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.constant(0.0, name="a/w")
with tf.variable_scope("a"):
    w = tf.get_variable("w", [1])
with tf.variable_scope("", reuse=True):
    tf.get_variable(w.op.name)
