# A scope that was captured before the root began to reuse doesn't reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
tf.get_variable_scope().reuse_variables()
with tf.variable_scope(a):
    tf.get_variable("v", [1])
