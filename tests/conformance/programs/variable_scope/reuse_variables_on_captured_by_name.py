# reuse_variables() on a captured object doesn't hold for an opening by name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
a.reuse_variables()
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
