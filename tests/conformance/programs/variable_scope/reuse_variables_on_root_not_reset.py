# reuse=False doesn't reset a root that reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.get_variable_scope().reuse_variables()
with tf.variable_scope(tf.get_variable_scope(), reuse=False):
    tf.get_variable("v", [1])
