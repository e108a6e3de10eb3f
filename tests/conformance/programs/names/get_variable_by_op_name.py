# A variable's op name can be used to ask for it at the root.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    w = tf.get_variable("w", [1])
with tf.variable_scope("", reuse=True):
    assert tf.get_variable(w.op.name) is w
