# tf.Variable of the resource kind has the same names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", use_resource=True):
    tf.Variable(0.0, name="w")
    tf.Variable(0.0, name="w", use_resource=False)
